import type {ReserveSlice} from './report';
import {judgeStatement, newestStatement, newestUsable, statedKind, type RegisteredStatement} from './reserveStatement';

const USD = 10n ** 18n;

const slice = (name: string, valueUsd: string, fields: Partial<ReserveSlice> = {}): ReserveSlice => ({
  ...{name, kind: 'TBILL', valueUsd, custodian: 'Bank A', evidence: 'STATIC_VALIDATED', settlementDays: 2},
  ...fields,
});

const statement = (
  reportId: string,
  asOf: number,
  slices: readonly ReserveSlice[],
  fields: Partial<RegisteredStatement> = {},
): RegisteredStatement => ({
  ...{reportId, chainId: 1, asOf, publishedAt: asOf + 10, assurance: 'LIMITED', issuer: 'CPA', corrects: null},
  ...{height: 1, learnedAt: 1},
  body: {totalUsd: '100', slices, liabilitiesAid: null, accountant: null, standard: null},
  ...fields,
});

const WHOLE = [slice('bills', '60'), slice('notes', '40.0')];

test('slices that are 97 % of the total are fatal: they have no shares, and no ratio comes of them', () => {
  const judged = judgeStatement(statement('a', 1, [slice('bills', '97')]));
  expect(judged.check.state).toBe('FATAL');
  expect(judged.parts.shares[0]?.reason).toBe('PARTIAL');
  expect(newestUsable([judged])).toBeUndefined();
  expect(newestStatement([judged])?.reportId).toBe('a');
});

test('an older statement that adds up is used while a newer one does not', () => {
  const [old, bad] = [statement('a', 1, WHOLE), statement('b', 2, [slice('bills', '97')])].map(judgeStatement);
  expect(newestUsable([old, bad].flatMap((one) => one ?? []))?.reportId).toBe('a');
});

test('the newest is that of the latest instant, and of one instant that published last', () => {
  const all = [statement('b', 2, WHOLE), statement('a', 1, WHOLE, {publishedAt: 99}), statement('c', 2, WHOLE)];
  expect(newestStatement(all)?.reportId).toBe('c');
});

test('a statement that another corrects is out, also where the correction is of an earlier instant or fatal', () => {
  const corrected = statement('a', 5, WHOLE);
  const correction = statement('b', 4, WHOLE, {corrects: 'a'});
  expect(newestStatement([corrected, correction])?.reportId).toBe('b');
  const fatal = judgeStatement(statement('c', 5, [slice('bills', '97')], {corrects: 'a'}));
  expect(newestUsable([judgeStatement(corrected), fatal])).toBeUndefined();
});

test('what is said of a kind: the weakest evidence, the custodians where all are named, the sum', () => {
  const judged = judgeStatement(
    statement('a', 1, [
      slice('bills', '60'),
      slice('notes', '30', {custodian: 'Bank B', evidence: 'WEAK_LIVE_PROBE'}),
      slice('cash', '10', {kind: 'STABLECOIN', custodian: null}),
    ]),
  );
  expect(statedKind(judged, 'TBILL')).toMatchObject({
    ...{evidence: 'WEAK_LIVE_PROBE', custodians: ['Bank A', 'Bank B'], valueUsd: 90n * USD},
  });
  expect(statedKind(judged, 'STABLECOIN')?.custodians).toBeNull();
  expect(statedKind(judged, 'GOLD')).toBeNull();
  expect(statedKind(undefined, 'TBILL')).toBeNull();
  expect(judged.parts.unknownShare.value?.toFixed()).toBe('0.1');
});
