import {known, missing} from './methodology';
import {mintHeadroom, mintLimit, type MarginMode} from './mintHeadroom';

test.each<[MarginMode, bigint, bigint]>([
  ['NONE', 0n, 1000n],
  ['POSITIVE_PERCENTAGE', 1000n, 900n],
  ['POSITIVE_ABSOLUTE', 150n, 850n],
  ['NEGATIVE_PERCENTAGE', 1000n, 1100n],
  ['NEGATIVE_ABSOLUTE', 150n, 1150n],
])('golden: reserves of 1000 under %s %s allow a supply of %s', (mode, value, limit) => {
  expect(mintLimit(1000n, {mode, value})).toBe(limit);
  const answer = (liabilities: bigint) => mintHeadroom(known(1000n), liabilities, {mode, value});
  expect(answer(600n)).toEqual({limit, headroom: limit - 600n, reason: null});
  expect(answer(limit)).toEqual({limit, headroom: 0n, reason: null});
  expect(answer(limit + 1n)).toEqual({limit, headroom: 0n, reason: null});
});

test('percentages are floored', () => {
  expect(mintLimit(999n, {mode: 'POSITIVE_PERCENTAGE', value: 1n})).toBe(998n);
  expect(mintLimit(999n, {mode: 'NEGATIVE_PERCENTAGE', value: 1n})).toBe(999n);
});

test('stale reserves refuse every mint: 0, with the reason STALE, in every mode', () => {
  for (const mode of ['NONE', 'NEGATIVE_ABSOLUTE'] as const) {
    expect(mintHeadroom(missing('STALE'), 1n, {mode, value: 10n})).toEqual({
      limit: null,
      headroom: 0n,
      reason: 'STALE',
    });
  }
});

test('negative reserves refuse every mint, whatever a margin adds to them', () => {
  const answer = mintHeadroom(known(-1n), 0n, {mode: 'NEGATIVE_ABSOLUTE', value: 10n});
  expect(answer).toEqual({limit: null, headroom: 0n, reason: 'NOT_APPLICABLE'});
});

test('T6: reserves or a supply that are not known leave the headroom unknown, not 0', () => {
  const none = {mode: 'NONE', value: 0n} as const;
  expect(mintHeadroom(missing('PARTIAL'), 1n, none)).toEqual({limit: null, headroom: null, reason: 'PARTIAL'});
  expect(mintHeadroom(known(5n), null, none)).toEqual({limit: 5n, headroom: null, reason: 'PARTIAL'});
});
