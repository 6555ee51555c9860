// Logs the versions of docs/methodology.json that are new: npm run methodology -- "what changed".
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const {METHODOLOGY} = require('../lib/domain/methodology.js');
const {FORMULA_SOURCES} = require('../lib/dictionary/formulaSources.js');
const {formulaHash} = require('../lib/dictionary/formulaHash.js');
const {logged} = require('../lib/dictionary/methodologyLog.js');

const FILE = 'docs/methodology.json';
const change = process.argv[2];
if (change === undefined) {
  process.stderr.write('Say what changed: npm run methodology -- "the mean is weighted by time".\n');
  process.exit(2);
}
const log = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {};
const hashes = Object.fromEntries(
  Object.entries(FORMULA_SOURCES).map(([metric, files]) => [metric, formulaHash(path.resolve('src'), files)]),
);
try {
  writeFileSync(FILE, `${JSON.stringify(logged(log, METHODOLOGY, hashes, change), null, 2)}\n`);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(2);
}
