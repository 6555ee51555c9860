// How long a replay of a million records takes, and how much memory: npm run bench:replay [-- --events N --json].
// DB_URL must name an empty database, or be unset: then an embedded PostgreSQL in a folder of its own is used.
import {spawn} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {clearInterval, setInterval} from 'node:timers';
import {parseArgs} from 'node:util';
import {writeLog} from './fill.mjs';

const require = createRequire(import.meta.url);
const {loadConfig} = require('../lib/config.js');
const {openDatabase} = require('../lib/postgres/database.js');
const {forgetEmbeddedPostgres} = require('../lib/postgres/embedded.js');
const {migrate} = require('../lib/postgres/migrate.js');
const {Client} = require('pg');

const {values} = parseArgs({
  options: {events: {type: 'string', default: '957000'}, json: {type: 'boolean', default: false}},
});
const LOOK_MS = 100;

const dataDir = mkdtempSync(path.join(tmpdir(), 'gaib-squid-bench-'));
const database = await openDatabase(loadConfig({...process.env, DATA_DIR: dataDir}), () => undefined);
try {
  await migrate(database.url);
  const written = await withDb((db) =>
    writeLog(db, Number(values.events), (done) =>
      process.stderr.write(`\r${done.toLocaleString('en')} records written`),
    ),
  );
  process.stderr.write('\n');
  const replay = await measure(['replay']);
  const verify = await measure(['verify']);
  const figures = {...written, replay, verify};
  if (values.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
  else {
    process.stdout.write(`${written.records.toLocaleString('en')} records in ${written.blocks} blocks\n`);
    for (const [name, {seconds, peakMb}] of Object.entries({replay, verify})) {
      const rate = Math.round(written.records / seconds);
      process.stdout.write(
        `${name.padEnd(7)} ${seconds} s, ${rate.toLocaleString('en')} records a second, peak ${peakMb} MB\n`,
      );
    }
  }
} finally {
  await database.stop();
  forgetEmbeddedPostgres(dataDir);
  rmSync(dataDir, {recursive: true, force: true});
}

async function withDb(use) {
  const db = new Client({connectionString: database.url});
  await db.connect();
  return use(db).finally(() => db.end());
}

/** Runs a command of ours in a process of its own; its peak is the resident memory the kernel saw at most. */
async function measure(args) {
  const begun = performance.now();
  const child = spawn(process.execPath, [path.resolve('lib/cli.js'), ...args], {
    env: {...process.env, DB_URL: database.url, DATA_DIR: dataDir},
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let peakMb = 0;
  const look = setInterval(() => (peakMb = Math.max(peakMb, peakOf(child.pid))), LOOK_MS);
  const code = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(look);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`);
  return {seconds: Math.round((performance.now() - begun) / 100) / 10, peakMb};
}

function peakOf(pid) {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kilobytes ?? 0) / 1024);
  } catch (error) {
    if (error.code === 'ENOENT') return 0;
    throw error;
  }
}
