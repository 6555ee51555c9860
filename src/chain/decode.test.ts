import {InvariantError} from '../domain/errors';
import type {EventBody} from '../domain/event';
import {readingRecordId} from '../domain/ids';
import type {ChainRecord} from '../domain/record';
import {AUTHORITY_CASES} from '../test/decoding/authorityCases';
import {DEAL_CASES} from '../test/decoding/dealCases';
import {MONEY_CASES} from '../test/decoding/moneyCases';
import {abiOf, ADDRESSES, answer, bytes32, log, NETWORK, rawLog, timeOf} from '../test/decoding/rawLogs';
import {ALICE, BOB, CHAIN_ID} from '../test/given';
import {CONTRACTS} from './contracts';
import {contractAt, decode} from './decode';

const CASES = [...MONEY_CASES, ...DEAL_CASES, ...AUTHORITY_CASES];
const WAD = 10n ** 18n;

const bodies = (...records: ChainRecord[]): EventBody[] =>
  decode(records, NETWORK).map(({meta: _meta, ...body}) => body);

test.each(CASES)('%s %s says what it means to us (case %#)', (role, event, args, says) => {
  expect(bodies(log(role, event, args))).toEqual(Array.isArray(says) ? says : [says]);
});

test('every event that is not ignored has a case here', () => {
  const topics = new Set(CASES.map(([role, event, args]) => `${role} ${log(role, event, args).topics[0]}`));
  const decoded = [...CONTRACTS.values()].flatMap(({role, rules}) =>
    [...rules.values()]
      .filter(({ignoredBecause}) => ignoredBecause === undefined)
      .map(({topic, signature}) => ({signature, case: `${role} ${topic}`})),
  );
  expect(decoded.filter((rule) => !topics.has(rule.case))).toEqual([]);
});

test('an event carries the place of its log and the contract that said it', () => {
  const record = log('aid', 'Transfer', [ALICE, BOB, 7n]);
  const [event] = decode([record], NETWORK);
  expect(event?.meta).toEqual({
    chainId: CHAIN_ID,
    height: 500,
    blockHash: record.blockHash,
    at: record.at,
    address: ADDRESSES.aid,
    role: 'aid',
    name: 'the aid',
    decimals: 18,
    txHash: record.txHash,
    record: record.id,
    part: 0,
    causes: [record.id],
  });
});

test('the events of one log count their parts', () => {
  const batch = log('assetToken', 'TransferBatch', [ALICE, ALICE, BOB, [7n, 8n, 9n], [1n, 2n, 3n]]);
  expect(decode([batch], NETWORK).map(({meta}) => [meta.record, meta.part])).toEqual([
    [batch.id, 0],
    [batch.id, 1],
    [batch.id, 2],
  ]);
});

test('a topic that no rule knows is unrecognized, and so is a log without topics', () => {
  const topic0 = bytes32('never seen');
  expect(bodies(rawLog('aid', [topic0, bytes32('x')]))).toEqual([{type: 'LogUnrecognized', topic0}]);
  expect(bodies(rawLog('aid', []))).toEqual([{type: 'LogUnrecognized', topic0: null}]);
});

test('a known topic with another number of topics is unrecognized and does not throw', () => {
  const {topics, data} = log('aid', 'Transfer', [ALICE, BOB, 7n]);
  const [topic0 = '', from = '', to = ''] = topics;
  const unrecognized = [{type: 'LogUnrecognized', topic0}];
  expect(bodies(rawLog('aid', [topic0, from, to, bytes32('id')], '0x'))).toEqual(unrecognized);
  expect(bodies(rawLog('aid', [topic0], `0x${from.slice(2)}${to.slice(2)}${data.slice(2)}`))).toEqual(unrecognized);
});

test('what is ignored says nothing and is not unrecognized', () => {
  expect(bodies(log('aid', 'Approval', [ALICE, BOB, 7n]), log('said', 'Approval', [ALICE, BOB, 7n]))).toEqual([]);
});

test('outside the blocks of its contract a log says nothing', () => {
  const heights = [99, 100, 1000, 1001];
  const transfers = heights.map((height) => log('aid', 'Transfer', [ALICE, BOB, 7n], {height}));
  expect(decode(transfers, NETWORK).map(({meta}) => meta.height)).toEqual([100, 1000]);
  expect(heights.map((height) => contractAt(NETWORK, ADDRESSES.aid, height)?.role)).toEqual([
    undefined,
    'aid',
    'aid',
    undefined,
  ]);
});

test('known data that does not fit its ABI is refused', () => {
  const {topics} = log('aid', 'Transfer', [ALICE, BOB, 7n]);
  expect(() => bodies(rawLog('aid', topics, '0x01'))).toThrow();
});

test('a code that the vocabulary does not have is refused', () => {
  expect(() => bodies(log('assetRegistry', 'AssetStatusChanged', [bytes32('GPU-1'), 0, 6]))).toThrow(InvariantError);
});

const VIEWS = [
  ['totalAssets', [], 1000n],
  ['totalSupply', [], 900n],
  ['convertToAssets', [WAD], 1_100_000_000_000_000_000n],
  ['convertToAssetsWithLoss', [WAD], 1_050_000_000_000_000_000n],
  ['accruedIncome', [], 30n],
] as const;

/** The readings of the vault's five views at one state; `mute` names those that reverted. */
const readings = (spot: {height: number; readHeight?: number}, first = 0, mute: readonly string[] = []) =>
  VIEWS.map(([view, args, value], i) =>
    answer(view, args, mute.includes(view) ? null : value, {...spot, index: first + i}),
  );

const observed = {
  type: 'NavObserved',
  totalAssets: 1000n,
  totalShares: 900n,
  stakingNav: 1_100_000_000_000_000_000n,
  unstakingNav: 1_050_000_000_000_000_000n,
  accruedIncome: 30n,
  aid: ADDRESSES.aid,
} as const;

test('the readings of one state are one observation, caused by all of them', () => {
  const records = readings({height: 512});
  expect(bodies(...records)).toEqual([{...observed, effectiveHeight: 512, effectiveAt: timeOf(512)}]);
  expect(decode(records, NETWORK)[0]?.meta).toMatchObject({
    record: readingRecordId(CHAIN_ID, 512, 0, false),
    part: 0,
    causes: records.map(({id}) => id),
    txHash: '',
    role: 'said',
  });
});

test('observations of several states in one block stay apart, each with the block whose state it is', () => {
  const records = [
    ...readings({height: 512, readHeight: 505}),
    ...readings({height: 512, readHeight: 509}, VIEWS.length),
    ...readings({height: 512}),
  ];
  expect(decode(records, NETWORK).map((event) => [event.meta.record, event])).toMatchObject([
    [records[0]?.id, {effectiveHeight: 505, effectiveAt: timeOf(505), meta: {height: 512}}],
    [records[VIEWS.length]?.id, {effectiveHeight: 509, effectiveAt: timeOf(509), meta: {height: 512}}],
    [records[2 * VIEWS.length]?.id, {effectiveHeight: 512, effectiveAt: timeOf(512), meta: {height: 512}}],
  ]);
});

test('a view that reverts or is missing answers null, and the others what they answer', () => {
  expect(bodies(...readings({height: 512}, 0, ['convertToAssetsWithLoss']))).toMatchObject([
    {...observed, unstakingNav: null},
  ]);
  const [totalAssets, ...others] = readings({height: 512});
  expect(bodies(...others)).toMatchObject([{...observed, totalAssets: null}]);
  const silent = [{...totalAssets, data: '0x'} as ChainRecord, ...others];
  expect(bodies(...silent)).toMatchObject([{...observed, totalAssets: null}]);
});

test('a reading of a contract that is not observed says nothing', () => {
  const records = readings({height: 512}).map((record) => ({...record, address: ADDRESSES.aid}));
  expect(bodies(...records)).toEqual([]);
});

test('a log between two readings of one block parts nothing that belongs together', () => {
  const step = readings({height: 512, readHeight: 505});
  const deposit = log('said', 'Deposit', [ALICE, BOB, 7n, 6n], {height: 512});
  const own = readings({height: 512});
  expect(bodies(...step, deposit, ...own).map(({type}) => type)).toEqual(['NavObserved', 'Staked', 'NavObserved']);
});

test('the views are read by the calldata of the published ABI', () => {
  const calls = CONTRACTS.get('said')?.observation?.calls.map(({input}) => input);
  expect(calls).toEqual(VIEWS.map(([view, args]) => abiOf('said').encodeFunctionData(view, args)));
});
