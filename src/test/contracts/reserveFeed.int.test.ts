import {account, LocalChain, type Deployed} from './localChain';
import {admin, deployProtocol, oracle} from './protocol';

let chain: LocalChain;
let feed: Deployed;

beforeAll(async () => {
  chain = await LocalChain.start();
  feed = (await deployProtocol(chain)).reserveFeed;
});
afterAll(() => chain.stop());

test('a round carries the date of the valuation, and each answer is kept under its number', async () => {
  expect(await chain.refusal(admin, feed, 'latestRoundData')).toBe('NoSuchRound');
  const published = (await chain.now()) + 20 * 86_400;
  const valued = published - 15 * 86_400;
  await chain.moveTo(published);
  const logs = await chain.send(oracle, feed, 'submit', 45_000_000_00000000n, valued);
  const startedAt = BigInt(await chain.now());
  expect(logs.map(({name, args}) => [name, args])).toEqual([
    ['NewRound', {roundId: 1n, startedBy: oracle, startedAt}],
    ['AnswerUpdated', {current: 45_000_000_00000000n, roundId: 1n, updatedAt: BigInt(valued)}],
  ]);
  await chain.send(oracle, feed, 'submit', 0n, published);
  expect(await chain.read(feed, 'getRoundData', 1n)).toEqual([1n, 45_000_000_00000000n, startedAt, BigInt(valued), 1n]);
  expect((await chain.read<bigint[]>(feed, 'latestRoundData')).slice(0, 2)).toEqual([2n, 0n]);
  expect(await chain.read(feed, 'latestAnswer')).toBe(0n);
  expect(await chain.read(feed, 'decimals')).toBe(8n);
  expect(await chain.read(feed, 'aggregator')).toBe(feed.address);
});

test('no valuation from the future, none older than the last, none below zero, none by others', async () => {
  const now = await chain.now();
  await chain.send(oracle, feed, 'submit', 5n, now);
  expect(await chain.refusal(oracle, feed, 'submit', 5n, now + 3_600)).toBe('ValuationInFuture');
  expect(await chain.refusal(oracle, feed, 'submit', 5n, now - 1)).toBe('ValuationOutdated');
  expect(await chain.refusal(oracle, feed, 'submit', -1n, now)).toBe('NegativeAnswer');
  expect(await chain.refusal(account('stranger'), feed, 'submit', 5n, now)).toBe('AccessControlUnauthorizedAccount');
});
