// Writes the log of a synthetic year into a database and lets the product make its rows of it: a replay.
import {createRequire} from 'node:module';
import {CHAIN_ID, CONTRACTS, hash} from './block.mjs';
import {recordsOf} from './records.mjs';
import {year} from './year.mjs';

const require = createRequire(import.meta.url);
const {Client} = require('pg');
const {blockId, stateSchema} = require('../lib/domain/ids.js');
const {heldNetworks} = require('../lib/integrity/heldNetwork.js');
const {replay} = require('../lib/integrity/replay.js');
const {snakeCase} = require('../lib/integrity/tables.js');
const {migrate} = require('../lib/postgres/migrate.js');

const BLOCKS_PER_BATCH = 100;
const ROWS_PER_STATEMENT = 5_000;

/** @param progress told how many records are in, and then how many are folded */
export async function fill(url, events, progress) {
  await migrate(url);
  const db = new Client({connectionString: url});
  await db.connect();
  try {
    await db.query('SET synchronous_commit = off');
    const {blocks, records} = await writeLog(db, events, (done) => progress('written', done));
    await db.query('VACUUM ANALYZE');
    const [network] = await heldNetworks(db);
    const begun = performance.now();
    await replay(db, network, undefined, (done) => progress('folded', done));
    const seconds = (performance.now() - begun) / 1000;
    await db.query('VACUUM ANALYZE');
    return {blocks, records, replaySeconds: Math.round(seconds * 10) / 10};
  } finally {
    await db.end();
  }
}

/** The log, its blocks, the chain's row, and the processor's own state: all final. */
export async function writeLog(db, events, progress) {
  let batch = [];
  let [records, last] = [0, undefined];
  const flush = async () => {
    await insert(db, 'block', batch.map(toBlock));
    const rows = batch.flatMap(recordsOf);
    await insert(db, 'event_record', rows);
    records += rows.length;
    batch = [];
    progress(records);
  };
  for (const block of year(events)) {
    batch.push(block);
    last = block;
    if (batch.length >= BLOCKS_PER_BATCH) await flush();
  }
  await flush();
  await writeState(db, last.height);
  return {blocks: last.height, records};
}

const toBlock = ({height, at}) => ({
  ...{id: blockId(CHAIN_ID, height), chainId: CHAIN_ID, height, hash: hash(height), parentHash: hash(height - 1)},
  at: new Date(at * 1000),
});

async function writeState(db, head) {
  const contracts = JSON.stringify(Object.values(CONTRACTS).map(({decimals, ...one}) => withDecimals(one, decimals)));
  await db.query(
    `INSERT INTO chain (id, chain_id, network, start_block, finality_confirmation, head_height, contracts, custody, parameters, labels)
     VALUES ($1, $2, 'bench', 0, 10, $3, $4, '{}', '{}', '{}')`,
    [String(CHAIN_ID), CHAIN_ID, head, contracts],
  );
  const schema = stateSchema(CHAIN_ID);
  await db.query(`CREATE SCHEMA ${schema}`);
  await db.query(`CREATE TABLE ${schema}.status (id int4 primary key, height int4 not null, hash text, nonce int4)`);
  await db.query(`CREATE TABLE ${schema}.hot_block (height int4 primary key, hash text not null)`);
  await db.query(`INSERT INTO ${schema}.status VALUES (0, $1, $2, 0)`, [head, hash(head)]);
}

const withDecimals = (contract, decimals) => (decimals === null ? contract : {...contract, decimals});

async function insert(db, table, rows) {
  for (let i = 0; i < rows.length; i += ROWS_PER_STATEMENT) {
    const columns = rows
      .slice(i, i + ROWS_PER_STATEMENT)
      .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [snakeCase(name), value])));
    const text = JSON.stringify(columns);
    await db.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`, [text]);
  }
}
