import type {Backing} from './backing';
import {derive, known, missing, orMissing, type Measured} from './methodology';
import {ratio, type Rate} from './rates';

export const BPS = 10_000n;

/** USD WAD x 1e4, exact: V (1 - h) without a division. */
export const afterHaircut = (valueUsd: bigint, haircutBps: number): bigint => valueUsd * (BPS - BigInt(haircutBps));

/**
 * Sum of V_i (1 - h_i) over liabilities (metrics.md 3.1), where the plain ratio stands and every component has a
 * haircut in force.
 * @param liabilities AID wei, as `judged` was computed with
 */
export function haircutRatio(judged: Backing, liabilities: bigint | null): Measured<Rate> {
  const reserves = haircutReserves(judged);
  if (judged.ratio.reason !== null) return judged.ratio;
  if (liabilities === null) return missing('PARTIAL');
  return derive(reserves, (scaled) => ratio(scaled, liabilities * BPS));
}

/** USD WAD x 1e4. */
function haircutReserves({components, reservesUsd}: Backing): Measured<bigint> {
  if (reservesUsd.reason !== null) return reservesUsd;
  return components.reduce<Measured<bigint>>((sum, {valueUsd, haircutBps}) => {
    if (sum.reason !== null) return sum;
    const haircut = orMissing(haircutBps, 'NO_OBSERVATION');
    return derive(haircut, (bps) => sum.value + afterHaircut(valueUsd ?? 0n, bps));
  }, known(0n));
}
