import type {Backing} from '../domain/backing';
import {BPS} from '../domain/haircut';
import {coverage, DEMANDS, demandScaled, HORIZON_DAYS, settlingWithin, type Claims} from '../domain/liquidity';
import {derive, known, missing, orMissing, type Measured} from '../domain/methodology';
import {MARGIN_MODES, mintHeadroom, type Headroom, type Margin, type MarginMode} from '../domain/mintHeadroom';
import {formatRate, ratio} from '../domain/rates';
import {WAD} from '../domain/units';
import type {LiquidityCoveragePart, MintHeadroomPart} from './answers/backingParts';
import {BadInput} from './badInput';
import {inForce, type IndexedChain} from './chains';
import {reasonsOf, valuesOf} from './measured';

/** What the fields of a backing that take arguments are computed from. */
export interface BackingEvidence {
  readonly judged: Backing;
  /** AID wei; null while a chain's supply is unknown */
  readonly liabilities: bigint | null;
  readonly claims: () => Promise<Measured<Claims>>;
}

/** The margin a chain's network file sets for a block; NONE where it sets none (metrics.md 3.3). */
export function marginInForce({parameters}: IndexedChain, height: number): Margin {
  const set = inForce(parameters.mintMargin, height);
  const mode = MARGIN_MODES.find((accepted) => accepted === set?.mode) ?? 'NONE';
  return {mode, value: BigInt(set?.value ?? 0)};
}

/** A headroom as a field: 0 with a reason stays both. */
export const headroomField = ({headroom, reason}: Headroom): Measured<bigint> =>
  headroom === null ? missing(reason ?? 'NO_OBSERVATION') : known(headroom);

/**
 * The headroom in each of the five modes under margins of the reader's own.
 * @throws BadInput for a percentage that is not 0 to 10000 basis points, or a negative amount
 */
export function headroomParts({judged, liabilities}: BackingEvidence, bps: number, absolute: bigint) {
  checkBps(bps, 'bps');
  if (absolute < 0n) throw new BadInput(`absolute is ${absolute}, expected an amount of AID wei that is not negative.`);
  return MARGIN_MODES.map((mode): MintHeadroomPart => {
    const value = mode === 'NONE' ? 0n : isPercentage(mode) ? BigInt(bps) : absolute;
    const {limit, headroom, reason} = mintHeadroom(judged.reservesUsd, liabilities, {mode, value});
    const fields = {
      limit: orMissing(limit, reason ?? 'NO_OBSERVATION'),
      headroom: orMissing(headroom, reason ?? 'NO_OBSERVATION'),
    };
    return {mode, ...valuesOf(fields), reason, reasons: reasonsOf(fields)};
  });
}

const isPercentage = (mode: MarginMode): boolean => mode.endsWith('PERCENTAGE');

/**
 * Coverage of every horizon and demand; PENDING_PLUS_FREE only where the reader says how much of the free supply.
 * @throws BadInput for a part that is not 0 to 10000 basis points
 */
export async function coverageParts(
  {judged, claims}: BackingEvidence,
  freeSupplyBps: number | null,
): Promise<LiquidityCoveragePart[]> {
  if (freeSupplyBps !== null) checkBps(freeSupplyBps, 'freeSupplyBps');
  const asked = await claims();
  const demands = DEMANDS.filter((kind) => kind !== 'PENDING_PLUS_FREE' || freeSupplyBps !== null);
  return demands.flatMap((demand) => {
    const scaled = derive(asked, (all) => demandScaled(demand, all, freeSupplyBps ?? 0));
    return HORIZON_DAYS.map((horizonDays): LiquidityCoveragePart => {
      const settling = settlingWithin(judged.components, horizonDays);
      const fields = {
        demandAid: derive(scaled, (value) => value / BPS),
        settlingUsd: derive(settling, (value) => formatRate(ratio(value, WAD * BPS))),
        coverage: scaled.reason !== null ? scaled : derive(coverage(settling, scaled.value), formatRate),
      };
      return {horizonDays, demand, ...valuesOf(fields), reasons: reasonsOf(fields)};
    });
  });
}

function checkBps(bps: number, argument: string): void {
  if (bps < 0 || bps > 10_000) throw new BadInput(`${argument} is ${bps}, expected basis points from 0 to 10000.`);
}
