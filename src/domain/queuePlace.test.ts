import {eligibleWindow, expectedWindow, placeRequests} from './queuePlace';

const at = (day: string): number => Date.parse(`${day}T12:00:00Z`) / 1000;
const midnight = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 1000;

test('T14: in a queue of 10,000 requests every one before the last is counted', () => {
  const open = Array.from({length: 10_000}, (_, i) => ({
    requestId: BigInt(i + 1),
    requestedAt: i,
    remaining: BigInt(i + 1) * 10n ** 18n,
  }));
  const placed = placeRequests(open);
  expect(placed.at(-1)).toMatchObject({position: 10_000, ahead: 49_995_000n * 10n ** 18n});
  expect(placed[151]).toMatchObject({position: 152, ahead: 11_476n * 10n ** 18n});
  expect(placed[0]).toMatchObject({position: 1, ahead: 0n});
});

test('the expected window is the first whose summed liquidity covers those ahead and the request itself', () => {
  const liquidity = [120n, 90n, 200n];
  expect(expectedWindow(0n, 100n, liquidity)).toBe(1);
  expect(expectedWindow(100n, 50n, liquidity)).toBe(2);
  expect(expectedWindow(150n, 150n, liquidity)).toBe(3);
  expect(expectedWindow(110n, 10n, liquidity)).toBe(1);
  expect(expectedWindow(400n, 11n, liquidity)).toBeNull();
  expect(expectedWindow(0n, 1n, [])).toBeNull();
});

test('a cohort of month M is payable on the first day of M+2, across the end of a year too', () => {
  const cohort = {policy: 'COHORT', settlesAt: null, maxDays: null} as const;
  expect(eligibleWindow(at('2026-01-31'), cohort)).toEqual({from: midnight('2026-03-01'), to: midnight('2026-03-01')});
  expect(eligibleWindow(at('2026-11-01'), cohort)).toEqual({from: midnight('2027-01-01'), to: midnight('2027-01-01')});
});

test('a request is payable from the settlement of its cycle on, and until the days that the policy promises', () => {
  const requestedAt = at('2026-05-04');
  const settlesAt = midnight('2026-06-01');
  expect(eligibleWindow(requestedAt, {policy: 'FIFO', settlesAt, maxDays: 62})).toEqual({
    from: settlesAt,
    to: requestedAt + 62 * 86_400,
  });
  expect(eligibleWindow(requestedAt, {policy: 'PRO_RATA', settlesAt, maxDays: null})).toEqual({
    from: settlesAt,
    to: null,
  });
  expect(eligibleWindow(requestedAt, {policy: 'FIFO', settlesAt: null, maxDays: null}).from).toBe(requestedAt);
});
