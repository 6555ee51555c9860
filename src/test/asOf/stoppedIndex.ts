import {Client} from 'pg';
import {DECODERS_VERSION} from '../../chain/contracts';
import type {Network} from '../../chain/networks';
import {stateSchema} from '../../domain/ids';
import type {ChainRecord} from '../../domain/record';
import {streamLog} from '../../eventlog/stream';
import {heldNetworks} from '../../integrity/heldNetwork';
import {ScratchStore} from '../../integrity/scratch';
import {ProjectionVersion} from '../../model';
import {project} from '../../project';
import {PROJECTIONS} from '../../projections';
import {firstHeads} from '../../projections/digest';
import {createTestDatabase, type TestDatabase} from '../postgres';

const PIECE = 2_000;

/** An index of its own that folds the log of another one up to a block and stops there, and then up to a later one. */
export class StoppedIndex {
  private height = -1;
  private waiting: ChainRecord[] = [];

  private constructor(
    private readonly full: Client,
    private readonly own: Client,
    private readonly database: TestDatabase,
    private readonly network: Network,
    private readonly log: AsyncGenerator<ChainRecord[]>,
    private readonly store: ScratchStore,
  ) {}

  /** Of the only chain of a database. */
  static async of(fullUrl: string): Promise<StoppedIndex> {
    const database = await createTestDatabase();
    const [full, own] = [new Client({connectionString: fullUrl}), new Client({connectionString: database.url})];
    await full.connect();
    await own.connect();
    await full.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const [network] = await heldNetworks(full);
    if (network === undefined) throw new Error('The database holds no chain.');
    const {chainId} = network;
    const store = new ScratchStore(own);
    await store.insert(firstHeads(chainId, PROJECTIONS, DECODERS_VERSION).map((head) => new ProjectionVersion(head)));
    const schema = stateSchema(chainId);
    await own.query(`CREATE SCHEMA ${schema}`);
    await own.query(`CREATE TABLE ${schema}.status (id int4 primary key, height int4 not null)`);
    await own.query(`CREATE TABLE ${schema}.hot_block (height int4 primary key)`);
    await own.query(`INSERT INTO ${schema}.status VALUES (0, -1)`);
    const index = new StoppedIndex(full, own, database, network, streamLog(full, chainId, PIECE), store);
    await index.copy('chain', 'chain_id = $1', [chainId]);
    return index;
  }

  get url(): string {
    return this.database.url;
  }

  /** Goes on to a block that is not below the one it stands at. */
  async advanceTo(height: number): Promise<void> {
    const {chainId} = this.network;
    await this.copy('block', 'chain_id = $1 AND height > $2 AND height <= $3', [chainId, this.height, height]);
    for (;;) {
      const known = this.waiting.filter((record) => record.height <= height);
      await project(this.store, known, this.network);
      this.waiting = this.waiting.slice(known.length);
      if (this.waiting.length > 0) break;
      const next = (await this.log.next()) as IteratorResult<ChainRecord[], undefined>;
      if (next.done === true) break;
      this.waiting = next.value;
    }
    await this.own.query(`UPDATE ${stateSchema(chainId)}.status SET height = $1`, [height]);
    this.height = height;
  }

  async close(): Promise<void> {
    await this.full.end();
    await this.own.end();
    await this.database.drop();
  }

  private async copy(table: string, condition: string, values: unknown[]): Promise<void> {
    const sql = `SELECT coalesce(jsonb_agg(to_jsonb(t)), '[]')::text AS rows FROM ${table} t WHERE ${condition}`;
    const {rows} = await this.full.query<{rows: string}>(sql, values);
    const insert = `INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`;
    await this.own.query(insert, [rows[0]?.rows ?? '[]']);
  }
}
