import type {Held} from './asOf';
import {BadInput} from './badInput';
import {checkSpan, spanBuckets} from './range';

const at = (text: string): number => Date.parse(text) / 1000;
const block = (height: number, text: string) => ({chainId: 1, height, hash: '0x', at: at(text)});
const chain = {chainId: 1, network: 'net', headHeight: null, begun: true, contracts: [], parameters: {}, labels: {}};
const HELD: Held = {
  chain,
  chains: [chain],
  first: block(5, '2026-01-10T06:00:00Z'),
  head: block(9, '2026-03-20T18:00:00Z'),
  finalizedHeight: 7,
};

const check = (from: string | null, to: string | null, interval: 'HOUR' | 'DAY' | 'MONTH' = 'DAY') =>
  checkSpan(HELD, {from: from === null ? null : new Date(from), to: to === null ? null : new Date(to)}, interval);

test('a span may reach to the bounds of the buckets that hold the first and the newest block', () => {
  expect(check('2026-01-10T00:00:00Z', '2026-03-21T00:00:00Z')).toEqual({
    from: at('2026-01-10T00:00:00Z'),
    to: at('2026-03-21T00:00:00Z'),
  });
  expect(() => check('2026-01-09T23:59:59Z', null)).toThrow(BadInput);
  expect(() => check(null, '2026-03-21T00:00:01Z')).toThrow(
    /^to 2026-03-21T00:00:01Z is not indexed: chain 1 \(net\) is held/,
  );
  expect(check('2026-01-01T00:00:00Z', '2026-04-01T00:00:00Z', 'MONTH').from).toBe(at('2026-01-01T00:00:00Z'));
  expect(() => check(null, '2026-03-20T20:00:00Z', 'HOUR')).toThrow(BadInput);
});

test('a span that begins after the head, ends before the first block, or is reversed is refused', () => {
  expect(() => check('2026-03-20T18:00:01Z', null)).toThrow(/^from .* is not indexed/);
  expect(() => check(null, '2026-01-10T06:00:00Z')).toThrow(/^to .* is not indexed/);
  expect(() => check('2026-02-02T00:00:00Z', '2026-02-01T00:00:00Z')).toThrow(/must lie before/);
  expect(() => check('2026-02-01T00:00:00Z', '2026-02-01T00:00:00Z')).toThrow(/must lie before/);
});

test('open ends are the first block and the head, included', () => {
  const buckets = spanBuckets(HELD, check(null, null), 'DAY');
  expect([buckets[0]?.start, buckets.at(-1)?.end]).toEqual([at('2026-01-10T00:00:00Z'), at('2026-03-21T00:00:00Z')]);
  const midnight = {...HELD, head: block(9, '2026-03-20T00:00:00Z')};
  expect(spanBuckets(midnight, {from: null, to: null}, 'DAY').at(-1)?.start).toBe(midnight.head.at);
});

test('a part of a second counts to the next whole one, as block times do', () => {
  expect(check('2026-02-01T00:00:00.001Z', null).from).toBe(at('2026-02-01T00:00:01Z'));
});

test('too many buckets are refused', () => {
  const long = {...HELD, first: block(1, '2020-01-01T00:00:00Z')};
  expect(() => spanBuckets(long, {from: null, to: null}, 'HOUR')).toThrow(/more than 10000 buckets of one HOUR/);
  expect(() => spanBuckets(long, {from: null, to: null}, 'HOUR')).toThrow(BadInput);
});
