import {known, missing} from './methodology';
import {Rate} from './rates';
import {breakevenDays, navGapBps, unrealizedLoss} from './yieldGap';

const NAVS = {staking: 1_070_100_000_000_000_000n, unstaking: 1_059_400_000_000_000_000n};
const SHARES = 18_000_000n * 10n ** 18n;
const AID = 10n ** 18n;

test('golden: S 1.0701 and U 1.0594 are 99.990655 bps apart, 192,600 AID of 18M shares', () => {
  expect(navGapBps(NAVS).value?.toFixed(6)).toBe('99.990655');
  expect(unrealizedLoss(NAVS, SHARES)).toBe(192_600n * AID);
});

test('golden: at 11.85 % a year the gap is earned back in 32.753613 days', () => {
  expect(breakevenDays(NAVS, known(new Rate('0.1185')), '365').value?.toFixed(6)).toBe('32.753613');
});

test('no gap breaks even at once, no gain never does, an unknown yield leaves it unknown', () => {
  const even = {staking: AID, unstaking: AID};
  expect(breakevenDays(even, known(new Rate('0.1')), '365').value?.toFixed()).toBe('0');
  expect(breakevenDays(NAVS, known(new Rate('-0.01')), '365').reason).toBe('NOT_APPLICABLE');
  expect(breakevenDays(NAVS, missing('MARK_OVERDUE'), '365').reason).toBe('MARK_OVERDUE');
});

test('an unstaking NAV above the staking NAV is a negative gap and a negative loss', () => {
  const navs = {staking: NAVS.unstaking, unstaking: NAVS.staking};
  expect(navGapBps(navs).value?.lt(0)).toBe(true);
  expect(unrealizedLoss(navs, SHARES)).toBe(-192_600n * AID);
});

test('a worthless share has no gap to state', () => {
  expect(navGapBps({staking: 0n, unstaking: 0n}).reason).toBe('NOT_APPLICABLE');
});
