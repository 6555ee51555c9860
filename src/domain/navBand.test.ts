import {isSuspect, navBand} from './navBand';
import {WAD} from './units';

const TERMS = {maxApyBps: 2500, toleranceBps: 200, discountBps: 250};
const MONTH = 30 * 86_400;
const band = navBand(WAD, MONTH, TERMS, '365');

test('golden: a month at 25 % a year and 2 % on top, or a fall of 2.5 %', () => {
  expect(band.lower.toFixed(12)).toBe('0.975000000000');
  expect(band.upper.toFixed(12)).toBe('1.040958904110');
});

test('a step of -3 % is suspect, one of +1 % is not, and both bounds are inside', () => {
  expect(isSuspect((97n * WAD) / 100n, band)).toBe(true);
  expect(isSuspect((101n * WAD) / 100n, band)).toBe(false);
  expect(isSuspect((975n * WAD) / 1000n, band)).toBe(false);
  expect(isSuspect((975n * WAD) / 1000n - 1n, band)).toBe(true);
  expect(isSuspect((105n * WAD) / 100n, band)).toBe(true);
});

test('the longer between two marks, the higher the NAV may be; the floor stays', () => {
  const later = navBand(WAD, 2 * MONTH, TERMS, '365');
  expect(later.upper.gt(band.upper)).toBe(true);
  expect(later.lower.eq(band.lower)).toBe(true);
  expect(navBand(WAD, MONTH, TERMS, '360').upper.gt(band.upper)).toBe(true);
});
