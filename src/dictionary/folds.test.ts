import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {DECODERS_VERSION} from '../chain/contracts';
import {PROJECTIONS} from '../projections';
import {foldSources} from './foldSources';
import {formulaHash} from './formulaHash';
import {objections, type MethodologyLog} from './methodologyLog';

const SOURCES = path.resolve(__dirname, '..');
const LOG = JSON.parse(readFileSync(path.join(SOURCES, '../docs/folds.json'), 'utf8')) as MethodologyLog;
const VERSIONS = Object.fromEntries(PROJECTIONS.map(({name, version}) => [name, version]));
const FOLDS = foldSources(SOURCES, VERSIONS, DECODERS_VERSION);
const hashes = (sources: string): Record<string, string> =>
  Object.fromEntries(Object.entries(FOLDS.files).map(([name, files]) => [name, formulaHash(sources, files)]));

test('no fold and no decoder changed without a new version', () => {
  expect(objections(LOG, FOLDS.versions, hashes(SOURCES))).toEqual([]);
});

test('every projection is held against the file that defines it', () => {
  const held = Object.values(FOLDS.versions).flatMap((text) => text.split(', ').map((one) => one.split(' ')[0]));
  expect(held.sort()).toEqual([...PROJECTIONS.map(({name}) => name), `${DECODERS_VERSION}`].sort());
});

test.each([
  ['domain/token.ts', 'projections/token.ts', '0n', '1n'],
  ['chain/contracts/said.ts', 'decoders', "'Staked'", "'Withdrawn'"],
])('%s that says something else is an objection to %s', (file, name, was, is) => {
  const copy = mkdtempSync(path.join(tmpdir(), 'folds-'));
  for (const folder of ['domain', 'projections', 'chain'])
    cpSync(path.join(SOURCES, folder), path.join(copy, folder), {recursive: true});
  const place = path.join(copy, file);
  writeFileSync(place, readFileSync(place, 'utf8').replace(was, is));
  const found = objections(LOG, FOLDS.versions, hashes(copy));
  expect(found).toContain(`the formulas of ${name} changed: raise its version, which is ${FOLDS.versions[name] ?? ''}`);
  rmSync(copy, {recursive: true});
});
