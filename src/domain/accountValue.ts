import {convertToAssets} from './erc4626';
import {known, missing, orMissing, type Measured} from './methodology';
import type {StakePositionRow} from './stakePosition';
import type {StakingVaultRow} from './stakingVault';
import {WAD} from './units';

/** AID wei of shares at both NAVs. */
export interface StakeValue {
  readonly staking: Measured<bigint>;
  readonly unstaking: Measured<bigint>;
}

/**
 * What shares are worth: floored as convertToAssets and convertToAssetsWithLoss floor, virtual share included. Where the
 * loss is not told, the exit value is shares x unstaking NAV, floored. No shares are worth exactly nothing.
 */
export function stakeValue(shares: bigint, vault: StakingVaultRow | undefined): StakeValue {
  if (shares === 0n) return {staking: known(0n), unstaking: known(0n)};
  const reason = vault?.navHeight == null ? 'NO_OBSERVATION' : 'REVERTED';
  if (vault?.totalAssets == null) return {staking: missing(reason), unstaking: missing(reason)};
  const {totalAssets, totalShares, unrealizedLoss, unstakingNav} = vault;
  const atExit = unstakingNav === null ? null : (shares * unstakingNav) / WAD;
  return {
    staking: known(convertToAssets(shares, totalAssets, totalShares)),
    unstaking:
      unrealizedLoss === null || unstakingNav === null
        ? orMissing(atExit, reason)
        : known(convertToAssets(shares, totalAssets - unrealizedLoss, totalShares)),
  };
}

/** The average-cost figures of a position, AID wei; null where some shares came at no price that was told. */
type Costed = StakePositionRow & {readonly costBasis?: bigint | null; readonly realizedYield?: bigint | null};

/** AID paid for the shares held; exactly nothing for an account that never had any. */
export const costBasis = (position: Costed | undefined): Measured<bigint> => told(position, position?.costBasis);

/** What was got for shares given up less what they cost, signed. */
export const realizedYield = (position: Costed | undefined): Measured<bigint> =>
  told(position, position?.realizedYield);

function told(position: Costed | undefined, value: bigint | null | undefined): Measured<bigint> {
  if (position === undefined) return known(0n);
  return value === undefined ? missing('NOT_COMPUTED') : orMissing(value, 'NO_OBSERVATION');
}

/** Value less cost, signed: a loss is negative (metrics.md V5). */
export function unrealizedYield(value: Measured<bigint>, cost: Measured<bigint>): Measured<bigint> {
  if (value.reason !== null) return value;
  return cost.reason === null ? known(value.value - cost.value) : cost;
}
