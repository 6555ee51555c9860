// Logs the versions of metrics, folds and decoders that are new: npm run methodology -- "what changed".
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const {METHODOLOGY} = require('../lib/domain/methodology.js');
const {PROJECTIONS} = require('../lib/projections/index.js');
const {DECODERS_VERSION} = require('../lib/chain/contracts/index.js');
const {FORMULA_SOURCES} = require('../lib/dictionary/formulaSources.js');
const {foldSources} = require('../lib/dictionary/foldSources.js');
const {formulaHash} = require('../lib/dictionary/formulaHash.js');
const {logged} = require('../lib/dictionary/methodologyLog.js');

const SOURCES = path.resolve('src');
const change = process.argv[2];
if (change === undefined) {
  process.stderr.write('Say what changed: npm run methodology -- "the mean is weighted by time".\n');
  process.exit(2);
}
const folds = foldSources(
  SOURCES,
  Object.fromEntries(PROJECTIONS.map(({name, version}) => [name, version])),
  DECODERS_VERSION,
);
try {
  log('docs/methodology.json', METHODOLOGY, FORMULA_SOURCES);
  log('docs/folds.json', folds.versions, folds.files);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(2);
}

function log(file, versions, sources) {
  const held = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const hashes = Object.fromEntries(
    Object.entries(sources).map(([name, files]) => [name, formulaHash(SOURCES, files)]),
  );
  writeFileSync(file, `${JSON.stringify(logged(held, versions, hashes, change), null, 2)}\n`);
}
