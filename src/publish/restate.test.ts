import {known, missing, type Measured} from '../domain/methodology';
import {publishedMetrics, type PublishedVersions} from '../domain/publishedVersions';
import type {Close} from './closes';
import {additions} from './restate';
import type {Published} from './values';
import type {Stamp} from './versions';

const stamp = (id: string, backing: string): Stamp => {
  const rest = {stakingYield: 'y/1', supply: 's/1', assets: 'a/1', usage: 'u/1'};
  const versions: PublishedVersions = {
    methodology: {backing, ...rest},
    projections: {},
    decoders: {},
    terms: {},
    metrics: publishedMetrics(),
  };
  return {id, versions};
};
const [OLD, NEW] = [stamp('old', 'backing/1'), stamp('new', 'backing/2')];

const close = (value: Measured<string>, key = ''): Close => ({metric: 'backing.ratio', key, value});
const published = (value: Measured<string>, revision = 0, metric = 'backing.ratio'): Published => ({
  ...{metric, key: '', revision, value},
});
const add = (closes: Close[], values: Published[]) => additions(closes, {values, stamp: OLD, log: {}}, NEW);

test('a value that is the same adds nothing; another value, or another reason for none, is restated', () => {
  expect(add([close(known('1'))], [published(known('1'))])).toEqual([]);
  expect(add([close(missing('STALE'))], [published(missing('STALE'))])).toEqual([]);
  const old = {methodologyVersion: 'backing/1', versions: 'old', change: 'methodology backing/1 -> backing/2'};
  const row = {metric: 'backing.ratio', key: '', methodologyVersion: 'backing/2', versions: 'new'};
  expect(add([close(missing('PARTIAL'))], [published(missing('STALE'), 3)])).toEqual([
    {...row, revision: 4, value: missing('PARTIAL'), old: {...old, value: missing('STALE')}},
  ]);
});

test('what has no close any more is restated as missing, unless its metric left the list', () => {
  expect(add([], [published(known('1')), published(known('2'), 0, 'backing.forgotten')])).toMatchObject([
    {metric: 'backing.ratio', revision: 1, value: missing('NO_OBSERVATION'), old: {value: known('1')}},
  ]);
});

test('what was not published yet is published, not restated', () => {
  expect(add([close(known('1'), 'other')], [published(known('1'))])).toMatchObject([
    {key: 'other', revision: 0, old: null},
    {key: '', revision: 1, value: missing('NO_OBSERVATION')},
  ]);
});

test('a day that has values and was never published contradicts the model', () => {
  const before = {values: [published(known('1'))], stamp: null, log: {}};
  expect(() => additions([close(known('2'))], before, NEW)).toThrow('A day has values and was never published.');
});
