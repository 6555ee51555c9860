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

/**
 * AID paid for the shares held, by average cost; exactly nothing for an account that never had any, missing where some
 * shares came at no price that was told.
 */
export const costBasis = (position: StakePositionRow | undefined): Measured<bigint> => told(position, 'costBasis');

/** What was got for shares given up less what they cost, signed; missing as the cost. */
export const realizedYield = (position: StakePositionRow | undefined): Measured<bigint> =>
  told(position, 'realizedYield');

const told = (position: StakePositionRow | undefined, field: 'costBasis' | 'realizedYield'): Measured<bigint> =>
  position === undefined ? known(0n) : orMissing(position[field], 'NO_OBSERVATION');

/** Value less cost, signed: a loss is negative (metrics.md V5). */
export function unrealizedYield(value: Measured<bigint>, cost: Measured<bigint>): Measured<bigint> {
  if (value.reason !== null) return value;
  return cost.reason === null ? known(value.value - cost.value) : cost;
}
