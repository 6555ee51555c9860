import {DAY_SECONDS} from './rates';
import {compatYields, type CompatPrices} from './yieldCompat';
import type {Mark} from './yieldMarks';

const WAD_CENT = 10n ** 14n;
const END = 100 * DAY_SECONDS;
const PRICES: CompatPrices = {
  end: {nav: 10_525n * WAD_CENT, at: END},
  before1d: {nav: 10_520n * WAD_CENT, at: END - DAY_SECONDS},
  before7d: {nav: 10_500n * WAD_CENT, at: END - 7 * DAY_SECONDS},
  before30d: {nav: 10_400n * WAD_CENT, at: END - 31 * DAY_SECONDS},
};
const MARKS: Mark[] = [
  {at: -DAY_SECONDS, stakingNav: 10_000n * WAD_CENT, totalAssets: 1000n * 10n ** 21n, totalShares: 10n ** 24n},
  {at: 0, stakingNav: 10_400n * WAD_CENT, totalAssets: 1040n * 10n ** 21n, totalShares: 10n ** 24n},
  {at: 31 * DAY_SECONDS, stakingNav: 10_500n * WAD_CENT, totalAssets: 1050n * 10n ** 21n, totalShares: 10n ** 24n},
];

const rateOf = (name: string, prices = PRICES, marks: readonly Mark[] = MARKS): string | null | undefined => {
  const found = compatYields(prices, marks).find((one) => one.name === name);
  return found?.rate.reason ?? found?.rate.value?.toFixed(12);
};

test('golden: SEC-7d of 1.05 to 1.0525 is 0.124149659864', () => {
  const prices = {...PRICES, end: {nav: 10_525n * WAD_CENT, at: END}};
  expect(rateOf('SEC_7D', prices)).toBe(((10_525 / 10_500 - 1) * (365 / 7)).toFixed(12));
  expect(rateOf('SEC_7D', prices)).toBe('0.124149659864');
});

test('each publisher keeps its own year, days and compounding', () => {
  const close = (name: string, expected: number): void => expect(Number(rateOf(name))).toBeCloseTo(expected, 10);
  close('DEFILLAMA_GAIB', (1.0525 / 1.04) ** (365.25 / 30) - 1);
  close('DEFILLAMA_ERC4626', (1.0525 / 1.052) ** 365 - 1);
  close('KONG', (1.0525 / 1.04) ** (365.2425 / 31) - 1);
  close('LIDO_APR', ((1.05 - 1.04) / 1.04) * (365 / 31));
});

test('Centrifuge’s variants: simple over 7 and 30 nominal days and compounded over 30, on 365 and 360 days', () => {
  const close = (name: string, expected: number): void => expect(Number(rateOf(name))).toBeCloseTo(expected, 11);
  for (const year of [365, 360]) {
    close(`CENTRIFUGE_7D_${year}`, (10_525 / 10_500 - 1) * (year / 7));
    close(`CENTRIFUGE_30D_${year}`, (1.0525 / 1.04 - 1) * (year / 30));
    close(`CENTRIFUGE_30D_COMPOUND_${year}`, (1.0525 / 1.04) ** (year / 30) - 1);
  }
});

test('T7: no year is cut to a whole number of windows: 365/7 is 52.142857, not 52', () => {
  const cut = (10_525 / 10_500 - 1) * Math.floor(365 / 7);
  for (const name of ['SEC_7D', 'CENTRIFUGE_7D_365']) {
    expect(Number(rateOf(name)) / cut - 1).toBeCloseTo(365 / 7 / 52 - 1, 10);
  }
  expect(Number(rateOf('CENTRIFUGE_30D_365'))).toBeGreaterThan((1.0525 / 1.04 - 1) * Math.floor(365 / 30));
});

test('T8: kong’s days are those between the timestamps of the two blocks, not what block heights suggest', () => {
  const at = (days: number) => ({...PRICES, before30d: {nav: 10_400n * WAD_CENT, at: END - days * DAY_SECONDS}});
  expect(Number(rateOf('KONG', at(31)))).toBeCloseTo((1.0525 / 1.04) ** (365.2425 / 31) - 1, 11);
  expect(Number(rateOf('KONG', at(29.5)))).toBeCloseTo((1.0525 / 1.04) ** (365.2425 / 29.5) - 1, 11);
});

test('T9: a loss is negative under every formula, also where its publisher shows 0', () => {
  const fallen = {...PRICES, end: {nav: 10_300n * WAD_CENT, at: END}};
  const marks = [
    ...MARKS,
    {at: 62 * DAY_SECONDS, stakingNav: 10_300n * WAD_CENT, totalAssets: 103n * 10n ** 22n, totalShares: 10n ** 24n},
  ];
  for (const {name, rate} of compatYields(fallen, marks)) expect([name, rate.value?.lt(0)]).toEqual([name, true]);
});

test('a formula without its history says so, and losses stay negative', () => {
  expect(rateOf('DEFILLAMA_GAIB', {...PRICES, before30d: null})).toBe('INSUFFICIENT_HISTORY');
  expect(rateOf('LIDO_APR', PRICES, MARKS.slice(0, 1))).toBe('INSUFFICIENT_HISTORY');
  expect(
    Number(rateOf('DEFILLAMA_ERC4626', {...PRICES, before1d: {nav: 10_530n * WAD_CENT, at: END - DAY_SECONDS}})),
  ).toBeLessThan(0);
});

test('every yield carries the text of its formula', () => {
  for (const {formula} of compatYields(PRICES, MARKS)) expect(formula).toMatch(/[-+*/^(]/);
});
