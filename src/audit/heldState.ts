import type {Client} from 'pg';
import {decodeRow} from '../domain/version';
import type {Place} from './node';

/** A state row as a block left it. */
export interface HeldRow<R> {
  readonly key: string;
  /** Rows that claim to be this one at this block: 1 */
  readonly copies: number;
  readonly row: R;
}

/** What the tables held as of one block: facts and versions at or below it, never current rows. */
export class HeldState {
  private readonly read = new Map<string, Promise<readonly HeldRow<unknown>[]>>();

  constructor(
    private readonly db: Client,
    readonly chainId: number,
    readonly height: number,
  ) {}

  /** The newest version of every row of a projection, by key. */
  versions<R>(projection: string): Promise<readonly HeldRow<R>[]> {
    const known = this.read.get(projection) ?? this.readVersions(projection);
    this.read.set(projection, known);
    return known as Promise<readonly HeldRow<R>[]>;
  }

  /** Facts by a statement whose $1 is the chain and $2 the block. Numbers of arbitrary size come as text. */
  async facts<F extends object>(sql: string, ...values: unknown[]): Promise<F[]> {
    return (await this.db.query<F>(sql, [this.chainId, this.height, ...values])).rows;
  }

  /** The newest block at or below this one whose state a contract's views were read of; undefined when there is none. */
  async lastReading(address: string): Promise<Place | undefined> {
    const [reading] = await this.facts<Place>(
      `SELECT read_height AS height, read_hash AS hash FROM event_record
       WHERE chain_id = $1 AND height <= $2 AND address = $3 AND kind = 'READING' ORDER BY id DESC LIMIT 1`,
      address,
    );
    return reading;
  }

  private async readVersions(projection: string): Promise<readonly HeldRow<unknown>[]> {
    const rows = await this.facts<{key: string; copies: number; row: unknown}>(
      `SELECT DISTINCT ON (key) key, (count(*) OVER (PARTITION BY key, height))::int AS copies, row
       FROM state_version WHERE chain_id = $1 AND height <= $2 AND projection = $3 ORDER BY key, height DESC`,
      projection,
    );
    return rows.map(({key, copies, row}) => ({key, copies, row: decodeRow<unknown>(row)}));
  }
}
