import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {METHODOLOGY} from '../domain/methodology';
import {formulaHash} from './formulaHash';
import {FORMULA_SOURCES} from './formulaSources';
import {logged, objections, type MethodologyLog} from './methodologyLog';

const SOURCES = path.resolve(__dirname, '..');
const LOG = JSON.parse(readFileSync(path.join(SOURCES, '../docs/methodology.json'), 'utf8')) as MethodologyLog;
const hashes = (sources = SOURCES): Record<string, string> =>
  Object.fromEntries(Object.entries(FORMULA_SOURCES).map(([metric, files]) => [metric, formulaHash(sources, files)]));

test('no formula changed without a new version of its metric', () => {
  expect(objections(LOG, METHODOLOGY, hashes())).toEqual([]);
  expect(Object.keys(LOG).sort()).toEqual(Object.keys(METHODOLOGY).sort());
});

describe('a copy of the sources', () => {
  let copy: string;
  beforeEach(() => {
    copy = mkdtempSync(path.join(tmpdir(), 'formulas-'));
    for (const folder of ['domain', 'server-extension'])
      cpSync(path.join(SOURCES, folder), path.join(copy, folder), {recursive: true});
  });
  afterEach(() => rmSync(copy, {recursive: true}));

  const edit = (file: string, change: (text: string) => string): void => {
    const place = path.join(copy, file);
    const text = readFileSync(place, 'utf8');
    expect(change(text)).not.toBe(text);
    writeFileSync(place, change(text));
  };

  test('a formula that changes under its old version is an objection, and is not logged', () => {
    edit('domain/gaugeBucket.ts', (text) => text.replace('to.integral - from.integral', 'to.integral + from.integral'));
    expect(objections(LOG, METHODOLOGY, hashes(copy))).toEqual([
      `the formulas of series changed: raise its version, which is ${METHODOLOGY.series}`,
    ]);
    expect(() => logged(LOG, METHODOLOGY, hashes(copy), 'another mean')).toThrow('raise it first');
    const raised = {...METHODOLOGY, series: 'series/99'};
    expect(objections(LOG, raised, hashes(copy))).toEqual([
      expect.stringContaining('series/99 of series is not logged'),
    ]);
    expect(objections(logged(LOG, raised, hashes(copy), 'another mean'), raised, hashes(copy))).toEqual([]);
  });

  test('what a formula runs belongs to it: rounding concerns every metric that rounds', () => {
    edit('domain/rates.ts', (text) => text.replace('ROUND_HALF_EVEN', 'ROUND_DOWN'));
    const changed = objections(LOG, METHODOLOGY, hashes(copy)).join();
    for (const metric of ['backing', 'stakingYield']) expect(changed).toContain(`formulas of ${metric} changed`);
  });

  test('a comment, a layout or a type is no formula', () => {
    edit('domain/gaugeBucket.ts', (text) => `/** Another word. */\n\n${text.replace('return {\n', 'return    {\n\n')}`);
    edit('domain/gauge.ts', (text) => text.replace('readonly chainId: number;', 'readonly chainId: number | bigint;'));
    expect(objections(LOG, METHODOLOGY, hashes(copy))).toEqual([]);
  });
});
