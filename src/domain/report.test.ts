import {reportInstant, usdToWad} from './report';

test('USD of a report becomes USD WAD to the last place', () => {
  expect(['0', '1', '1.5', '20411256.72', '0.000000000000000001'].map(usdToWad)).toEqual([
    0n,
    10n ** 18n,
    15n * 10n ** 17n,
    2041125672n * 10n ** 16n,
    1n,
  ]);
});

test('an instant of a report becomes unix seconds', () => {
  expect(reportInstant('2025-10-31T00:00:00Z')).toBe(1_761_868_800);
});
