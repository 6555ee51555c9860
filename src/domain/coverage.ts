import {derive, known, missing, type Measured} from './methodology';
import {ratio, type Rate} from './rates';

/** How an asset's notes are covered. A dollar of collateral counts as one AID of notes: both have 18 places. */
export interface Coverage {
  /** OC = collateral / notes - 1 */
  readonly overcollateralization: Measured<Rate>;
  /** notes / collateral */
  readonly advanceRate: Measured<Rate>;
  /** reserve / notes */
  readonly cashReserve: Measured<Rate>;
}

/**
 * Coverage of notes (metrics.md 3.8): 100 of collateral on 75 are 33 % OC and an advance rate of 75 %, a reserve of 5
 * on 75 is 6.6 %. NOT_APPLICABLE where nothing is outstanding (or no collateral is worth anything); NO_OBSERVATION where
 * the collateral was never valued.
 * @param notes principal outstanding, AID wei
 * @param collateral as last attested, USD WAD
 * @param reserve cash set aside for the asset, AID wei
 */
export function coverage(notes: bigint, collateral: bigint | null, reserve: bigint | null): Coverage {
  const per = (whole: bigint | null, base: bigint | null): Measured<Rate> => {
    if (base === 0n) return missing('NOT_APPLICABLE');
    if (whole === null || base === null) return missing('NO_OBSERVATION');
    return known(ratio(whole, base));
  };
  const covered = per(collateral, notes);
  return {
    overcollateralization: covered.reason === null ? known(covered.value.minus(1)) : covered,
    advanceRate: notes === 0n ? missing('NOT_APPLICABLE') : per(notes, collateral),
    cashReserve: per(reserve, notes),
  };
}

/** What money that waits in the vault costs (metrics.md C10). */
export interface CashDrag {
  /** idle / (idle + deployed) */
  readonly idleShare: Measured<Rate>;
  /** idle share x yield of what is deployed, a fraction a year */
  readonly yieldLost: Measured<Rate>;
}

/**
 * Idle money that is negative (more is owed to those who leave than is there) leaves a negative share: nothing is clipped.
 * NOT_APPLICABLE where idle and deployed come to nothing.
 * @param idle AID in the vault less what it owes to open requests
 * @param deployed principal outstanding
 * @param deployedYield what the deployed part earns, a fraction a year
 */
export function cashDrag(idle: Measured<bigint>, deployed: bigint, deployedYield: Measured<Rate>): CashDrag {
  if (idle.reason !== null) return {idleShare: idle, yieldLost: idle};
  const whole = idle.value + deployed;
  if (whole === 0n) return {idleShare: missing('NOT_APPLICABLE'), yieldLost: missing('NOT_APPLICABLE')};
  const idleShare = ratio(idle.value, whole);
  return {idleShare: known(idleShare), yieldLost: derive(deployedYield, (rate) => idleShare.times(rate))};
}
