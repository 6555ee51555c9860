// How long a year of daily points takes from a database of a million events: npm run bench:series [-- --events N --json].
// DB_URL must name an empty database, or be unset: then an embedded PostgreSQL in a folder of its own is used.
import {mkdtempSync, rmSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {assetId} from './block.mjs';
import {fill} from './fill.mjs';

const require = createRequire(import.meta.url);
const {loadConfig} = require('../lib/config.js');
const {openDatabase} = require('../lib/postgres/database.js');
const {forgetEmbeddedPostgres} = require('../lib/postgres/embedded.js');
const {startGateway} = require('../lib/gateway/index.js');
const pino = require('pino');

const {values} = parseArgs({
  options: {
    events: {type: 'string', default: '1000000'},
    runs: {type: 'string', default: '30'},
    json: {type: 'boolean', default: false},
  },
});
const RUNS = Number(values.runs);
const YEAR = 'interval: DAY';
const QUESTIONS = {
  'series SUPPLY': `{ series(name: "SUPPLY", ${YEAR}) { points { start open high low close mean change isCarried } } }`,
  'series RESERVES': `{ series(name: "RESERVES", ${YEAR}) { points { start open high low close mean isCarried } } }`,
  'series STAKING_NAV': `{ series(name: "STAKING_NAV", ${YEAR}) { points { start open high low close mean isCarried } } }`,
  'series OUTSTANDING of an asset': `{ series(name: "OUTSTANDING", assetId: "${assetId(3)}", ${YEAR}) { points { start close isCarried } } }`,
  'series REVENUE of an asset': `{ series(name: "REVENUE", assetId: "${assetId(3)}", ${YEAR}) { points { start change isCarried } } }`,
  backingHistory: `{ backingHistory(${YEAR}) { start ratio ratioFloor state reservesUsd liabilities isCarried } }`,
  stakingYieldHistory: `{ stakingYieldHistory(${YEAR}) { start stakingNav unstakingNav navGapBps markApy { marks value } isCarried } }`,
  supplyHistory: `{ supplyHistory(${YEAR}) { start total liabilities isCarried } }`,
  'assetHistory of one': `{ assetHistory(assetId: "${assetId(3)}", ${YEAR}) { start status outstanding isCarried } }`,
  usageHistory: `{ usageHistory(${YEAR}) { start supply staked idle volume activeAccounts isCarried } }`,
  'revenueDistribution of one': `{ revenueDistribution(assetId: "${assetId(3)}", ${YEAR}) { periodStart gross netToVault residual } }`,
  'revenueDistribution of all assets': `{ revenueDistribution(${YEAR}) { assetId periodStart gross netToVault residual } }`,
};

const dataDir = mkdtempSync(path.join(tmpdir(), 'gaib-squid-bench-'));
const config = loadConfig({...process.env, DATA_DIR: dataDir, LOG_LEVEL: 'error'});
const database = await openDatabase(config, () => undefined);
const say = (text) => process.stderr.write(text);
try {
  const begun = performance.now();
  const filled = await fill(database.url, Number(values.events), (what, done) =>
    say(`\r${done.toLocaleString('en')} records ${what} `),
  );
  say(`: filled in ${Math.round((performance.now() - begun) / 1000)} s\n`);
  const gateway = await startGateway({config: {...config, dbUrl: database.url}, port: 0, log: pino({level: 'silent'})});
  const results = [];
  for (const [name, query] of Object.entries(QUESTIONS)) results.push({name, ...(await measure(gateway.url, query))});
  await gateway.close();
  report({...filled, runs: RUNS, results});
} finally {
  await database.stop();
  forgetEmbeddedPostgres(dataDir);
  rmSync(dataDir, {recursive: true, force: true});
}

async function measure(url, query) {
  const times = [];
  let points = 0;
  for (let run = -3; run < RUNS; run++) {
    const begun = performance.now();
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {'content-type': 'application/json'},
      body: JSON.stringify({query}),
    });
    const {data, errors} = await response.json();
    if (errors !== undefined) throw new Error(`${errors[0].message}: ${query}`);
    if (run >= 0) times.push(performance.now() - begun);
    const [answer] = Object.values(data);
    points = (answer.points ?? answer).length;
  }
  times.sort((a, b) => a - b);
  const at = (part) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * part))] * 10) / 10;
  return {points, p50: at(0.5), p95: at(0.95)};
}

function report(figures) {
  if (values.json) {
    process.stdout.write(`${JSON.stringify(figures)}\n`);
    return;
  }
  const {records, blocks, results} = figures;
  process.stdout.write(
    `${records.toLocaleString('en')} records in ${blocks.toLocaleString('en')} blocks; ms of ${RUNS} answers over HTTP\n`,
  );
  for (const {name, points, p50, p95} of results) {
    process.stdout.write(
      `${name.padEnd(34)} ${String(points).padStart(5)} points  median ${String(p50).padStart(6)}  p95 ${String(p95).padStart(6)}\n`,
    );
  }
}
