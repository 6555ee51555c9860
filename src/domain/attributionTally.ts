import {Rate} from './rates';

/** Where a part of the price's move came from. */
export type AttributionSource = 'ASSET' | 'TBILL' | 'RESERVE_FUND' | 'GIFT' | 'ACCRUAL' | 'LEAVERS' | 'ARITHMETIC';

/**
 * What it was: REVENUE before FEE, INCOME and LOSS of an asset, RESERVE_COVER of a loss, ACCRUAL of income not yet received,
 * DONATION nobody announced, EXIT of holders below the staking NAV, ROUNDING of prices and shares.
 */
export type AttributionKind =
  'REVENUE' | 'FEE' | 'INCOME' | 'LOSS' | 'RESERVE_COVER' | 'ACCRUAL' | 'DONATION' | 'EXIT' | 'ROUNDING';

export interface Cause {
  readonly kind: AttributionKind;
  readonly assetId: string | null;
}

export const ROUNDING: Cause = {kind: 'ROUNDING', assetId: null};

/** A part of the move: AID wei, signed, and what it did to one share, in AID. */
export interface AttributionPart extends Cause {
  readonly source: AttributionSource;
  readonly amount: bigint;
  readonly perShare: Rate;
}

/** The asset id under which T-bill income is distributed: bytes32 of the ASCII text TBILL. */
export const TBILL_ASSET = `0x${'5442494c4c'.padEnd(64, '0')}`;

const SOURCES: Readonly<Record<AttributionKind, AttributionSource>> = {
  ...{REVENUE: 'ASSET', FEE: 'ASSET', INCOME: 'ASSET', LOSS: 'ASSET'},
  ...{RESERVE_COVER: 'RESERVE_FUND', DONATION: 'GIFT', ACCRUAL: 'ACCRUAL', EXIT: 'LEAVERS', ROUNDING: 'ARITHMETIC'},
};

const sourceOf = ({kind, assetId}: Cause): AttributionSource => {
  const source = SOURCES[kind];
  return source === 'ASSET' && assetId === TBILL_ASSET ? 'TBILL' : source;
};

/** Sums of parts by cause, in the order in which the causes first came. */
export class Tally {
  private readonly sums = new Map<string, AttributionPart>();

  add(cause: Cause, amount: bigint, perShare: Rate): void {
    const key = `${cause.kind} ${cause.assetId ?? ''}`;
    const part = this.sums.get(key);
    this.sums.set(key, {
      kind: cause.kind,
      assetId: cause.assetId,
      source: sourceOf(cause),
      amount: (part?.amount ?? 0n) + amount,
      perShare: (part?.perShare ?? new Rate(0)).plus(perShare),
    });
  }

  /** The parts that are not nothing. */
  get parts(): AttributionPart[] {
    return [...this.sums.values()].filter(({amount, perShare}) => amount !== 0n || !perShare.isZero());
  }
}

/** Prices are floored at both ends: what is less than this is rounding, in AID. */
const LARGEST_ROUNDING = new Rate('2e-18');

/**
 * The parts with what the flooring of the two prices leaves counted as ROUNDING, and what of the move is left over.
 * @param move NAV at the end less NAV at the start, in AID
 */
export function closeToPrice(
  parts: readonly AttributionPart[],
  residualPerShare: Rate,
  move: Rate,
): {readonly parts: AttributionPart[]; readonly residualPerShare: Rate} {
  const tally = new Tally();
  for (const {amount, perShare, ...cause} of parts) tally.add(cause, amount, perShare);
  const rest = parts.reduce((left, {perShare}) => left.minus(perShare), move);
  const floored = rest.minus(residualPerShare);
  const isRounding = floored.abs().lte(LARGEST_ROUNDING);
  if (isRounding) tally.add(ROUNDING, 0n, floored);
  return {parts: tally.parts, residualPerShare: isRounding ? residualPerShare : rest};
}
