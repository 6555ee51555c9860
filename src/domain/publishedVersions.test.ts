import {changeBetween, publishedMetrics, versionsText, type PublishedVersions} from './publishedVersions';

const VERSIONS: PublishedVersions = {
  methodology: {
    backing: 'backing/2',
    stakingYield: 'staking-yield/3',
    supply: 'supply/2',
    assets: 'assets/2',
    usage: 'usage/1',
  },
  projections: {1: {token: 1, vault: 4}},
  decoders: {1: 7},
  terms: {1: 'aa'},
  metrics: publishedMetrics(),
};
const LOG = {backing: [{version: 'backing/3', change: 'bridged AID is owed'}]};

const change = (after: Partial<PublishedVersions>): string =>
  changeBetween('backing', VERSIONS, {...VERSIONS, ...after}, LOG);

test('a formula that changed is told with what the log says about it, those of other families are not told', () => {
  const methodology = {...VERSIONS.methodology, backing: 'backing/3', supply: 'supply/3'};
  expect(change({methodology})).toBe('methodology backing/2 -> backing/3: bridged AID is owed');
  expect(change({methodology: {...methodology, backing: 'backing/9'}})).toBe('methodology backing/2 -> backing/9');
});

test('everything else that rows and answers follow from is told, all of it in order', () => {
  expect(
    change({
      projections: {1: {token: 2, queue: 1}, 10: {token: 1}},
      decoders: {1: 8, 10: 8},
      terms: {1: 'bb', 10: 'cc'},
    }),
  ).toBe(
    [
      'projection queue none -> 1 of chain 1',
      'projection token 1 -> 2 of chain 1',
      'projection vault 4 -> none of chain 1',
      'chain 10 added',
      'decoders 7 -> 8 of chain 1',
      'terms of the network file of chain 1 changed',
    ].join('; '),
  );
  expect(changeBetween('backing', {...VERSIONS, projections: {...VERSIONS.projections, 5: {}}}, VERSIONS, LOG)).toBe(
    'chain 5 removed',
  );
});

test('where nothing changed that is said, and a longer list of metrics is no reason', () => {
  expect(change({metrics: [...VERSIONS.metrics, 'backing.hhi']})).toBe('no version that it rests on changed');
});

test('equal versions are one text, whatever order they are told in', () => {
  const {metrics, terms, ...rest} = VERSIONS;
  expect(versionsText({metrics, terms, ...rest})).toBe(versionsText(VERSIONS));
});
