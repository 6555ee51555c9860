// Folds a synthetic year into a database, as the indexer would leave it, by bulk inserts.
import {createRequire} from 'node:module';
import {CHAIN_ID, CONTRACTS, hash} from './block.mjs';
import {year} from './year.mjs';

const require = createRequire(import.meta.url);
const {Client} = require('pg');
const {blockId, stateSchema, versionRowId} = require('../lib/domain/ids.js');
const {encodeRow} = require('../lib/domain/version.js');
const {PROJECTIONS} = require('../lib/projections/index.js');
const {fold} = require('../lib/projections/fold.js');
const {toEntity} = require('../lib/projections/rows.js');
const {migrate} = require('../lib/postgres/migrate.js');

const BLOCKS_PER_BATCH = 200;

/** @param progress told how many events are in */
export async function fill(url, events, progress) {
  await migrate(url);
  const db = new Client({connectionString: url});
  await db.connect();
  try {
    return await fillYear(db, events, progress);
  } finally {
    await db.end();
  }
}

async function fillYear(db, events, progress) {
  const current = new Map(PROJECTIONS.map((projection) => [projection, new Map()]));
  let batch = [];
  let done = 0;
  let last;
  const flush = async () => {
    const all = batch.flatMap((block) => block.events);
    const changes = fold(all, PROJECTIONS, current);
    await save(db, batch, all, changes, current);
    done += all.length;
    batch = [];
    progress(done);
  };
  await db.query('SET synchronous_commit = off');
  for (const block of year(events)) {
    batch.push(block);
    last = block;
    if (batch.length >= BLOCKS_PER_BATCH) await flush();
  }
  await flush();
  for (const [projection, rows] of current) {
    if (projection.kind === 'state')
      await insert(
        db,
        projection.entity.name,
        [...rows.values()].map((row) => toEntity(projection, row)),
      );
  }
  await finish(db, last.height);
  return {blocks: last.height, records: done};
}

async function save(db, blocks, events, changes, current) {
  await insert(
    db,
    'Block',
    blocks.map(({height, at}) => ({
      id: blockId(CHAIN_ID, height),
      chainId: CHAIN_ID,
      height,
      hash: hash(height),
      parentHash: hash(height - 1),
      at: new Date(at * 1000),
    })),
  );
  await insert(
    db,
    'EventRecord',
    events.map(({meta}) => ({
      ...{
        id: meta.record,
        chainId: CHAIN_ID,
        height: meta.height,
        blockHash: meta.blockHash,
        at: new Date(meta.at * 1000),
      },
      ...{kind: 'LOG', address: meta.address, topics: [hash(1), hash(2), hash(3)], data: hash(4), txHash: meta.txHash},
    })),
  );
  const facts = new Map();
  const versions = [];
  for (const {projection, row, height, at, causes} of changes) {
    if (projection.kind === 'fact') {
      facts
        .set(projection, facts.get(projection) ?? [])
        .get(projection)
        .push(row);
      continue;
    }
    current.get(projection).set(row.id, row);
    const id = versionRowId(CHAIN_ID, height, projection.name, row.id);
    const place = {chainId: CHAIN_ID, projection: projection.name, key: row.id, height, at: new Date(at * 1000)};
    versions.push({id, ...place, row: encodeRow(row), causes: [...causes]});
  }
  for (const [projection, rows] of facts)
    await insert(
      db,
      projection.entity.name,
      rows.map((row) => toEntity(projection, row)),
    );
  await insert(db, 'StateVersion', versions);
}

const snake = (name) =>
  name.replace(/^[A-Z]/, (first) => first.toLowerCase()).replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

async function insert(db, entity, rows) {
  const table = snake(entity);
  for (let i = 0; i < rows.length; i += 5_000) {
    const records = rows
      .slice(i, i + 5_000)
      .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value])));
    const text = JSON.stringify(records, (_, value) => (typeof value === 'bigint' ? value.toString() : value));
    await db.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`, [text]);
  }
}

/** The chain's row, the processor's own state, and statistics for the planner. */
async function finish(db, head) {
  const contracts = JSON.stringify(Object.values(CONTRACTS));
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
  await db.query('VACUUM ANALYZE');
}
