import {costBasis, realizedYield, stakeValue, unrealizedYield} from './accountValue';
import {known, missing} from './methodology';
import type {StakePositionRow} from './stakePosition';
import type {StakingVaultRow} from './stakingVault';

const WAD = 10n ** 18n;
const vault = (fields: Partial<StakingVaultRow>): StakingVaultRow =>
  ({
    totalAssets: 1_070_100n * WAD,
    totalShares: 1_000_000n * WAD,
    unrealizedLoss: 10_700n * WAD,
    stakingNav: (10_701n * WAD) / 10_000n,
    unstakingNav: (10_594n * WAD) / 10_000n,
    navHeight: 5,
    ...fields,
  }) as StakingVaultRow;

test('shares are worth what the contract answers: floor(shares * (assets + 1) / (supply + 1))', () => {
  const shares = 3n * WAD + 1n;
  const floor = (assets: bigint) => (shares * (assets + 1n)) / (1_000_000n * WAD + 1n);
  expect(stakeValue(shares, vault({}))).toEqual({
    staking: known(floor(1_070_100n * WAD)),
    unstaking: known(floor(1_059_400n * WAD)),
  });
});

test('where the loss is not told, the exit value is shares at the unstaking NAV, floored', () => {
  expect(stakeValue(3n, vault({unrealizedLoss: null})).unstaking).toEqual(known(3n));
});

test('a vault without the exit view has no exit value, one that was never read has none at all', () => {
  expect(stakeValue(3n, vault({unstakingNav: null})).unstaking).toEqual(missing('REVERTED'));
  const unread = vault({totalAssets: null, stakingNav: null, unstakingNav: null, navHeight: null});
  expect(stakeValue(3n, unread).staking).toEqual(missing('NO_OBSERVATION'));
  expect(stakeValue(3n, undefined).unstaking).toEqual(missing('NO_OBSERVATION'));
});

test('no shares are worth exactly nothing, whatever is known of the vault', () => {
  expect(stakeValue(0n, undefined)).toEqual({staking: known(0n), unstaking: known(0n)});
});

const position = (fields: object): StakePositionRow => fields as StakePositionRow;

test('who never staked paid nothing; shares whose price was not told have no cost', () => {
  expect([costBasis(undefined), realizedYield(undefined)]).toEqual([known(0n), known(0n)]);
  expect(costBasis(position({costBasis: null}))).toEqual(missing('NO_OBSERVATION'));
  expect(realizedYield(position({realizedYield: -5n}))).toEqual(known(-5n));
});

test('T1: a loss is negative, not clipped to 0', () => {
  expect(unrealizedYield(known(90n), known(100n))).toEqual(known(-10n));
  expect(unrealizedYield(missing('REVERTED'), known(1n))).toEqual(missing('REVERTED'));
  expect(unrealizedYield(known(1n), missing('NO_OBSERVATION'))).toEqual(missing('NO_OBSERVATION'));
});
