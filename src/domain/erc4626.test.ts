import fc from 'fast-check';
import {convertToAssets, convertToShares, navOf} from './erc4626';
import {WAD} from './units';

/** Computed from OpenZeppelin 5 ERC4626: mulDiv(x, totalAssets + 1, totalSupply + 10 ** 0, Floor) and its inverse. */
const VECTORS: readonly (readonly [string, bigint, bigint, bigint, bigint, bigint])[] = [
  ['an empty vault', WAD, 0n, 0n, WAD, WAD],
  ['shares without assets', WAD, 0n, 1n, WAD / 2n, 2n * WAD],
  ['a donation of 1 wei to an empty vault', WAD, 1n, 0n, 2n * WAD, WAD / 2n],
  ['a few wei', 7n, 10n, 3n, 19n, 2n],
  ['a NAV of 11/4', WAD, 10n, 3n, 2_750_000_000_000_000_000n, 363_636_363_636_363_636n],
  [
    '18M shares at 1.07, floored below the true NAV',
    WAD,
    19_260_000n * WAD,
    18_000_000n * WAD,
    1_069_999_999_999_999_999n,
    934_579_439_252_336_448n,
  ],
  [
    'an uneven amount',
    123_456_789_012_345_678_901n,
    1_050_000_000_000_000_000_000_001n,
    1_000_000_000_000_000_000_000_000n,
    129_629_628_462_962_962_846n,
    117_577_894_297_472_075_143n,
  ],
  [
    'a product above 256 bits, which mulDiv does not overflow on',
    2n ** 200n,
    2n ** 96n - 1n,
    2n ** 90n - 2n,
    102844034832575377634685573992911156297978233658586682793918464n,
    25108406941546723055343157672548256060757751353908886765568n,
  ],
];

test.each(VECTORS)('conversions of %s equal the contract', (_case, amount, assets, supply, toAssets, toShares) => {
  expect(convertToAssets(amount, assets, supply)).toBe(toAssets);
  expect(convertToShares(amount, assets, supply)).toBe(toShares);
});

const amount = fc.bigInt(0n, 10n ** 30n);

test('going there and back never makes anything: both conversions round against the one who moves', () => {
  fc.assert(
    fc.property(amount, amount, amount, (moved, assets, supply) => {
      expect(convertToAssets(convertToShares(moved, assets, supply), assets, supply)).toBeLessThanOrEqual(moved);
      expect(convertToShares(convertToAssets(moved, assets, supply), assets, supply)).toBeLessThanOrEqual(moved);
    }),
  );
});

test('the NAV is what the contract answers for one whole share', () => {
  fc.assert(
    fc.property(amount, amount, (assets, supply) => {
      expect(navOf(assets, supply)).toBe((WAD * (assets + 1n)) / (supply + 1n));
    }),
  );
});
