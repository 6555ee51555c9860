import {ROUNDING, Tally, type AttributionPart, type Cause} from './attributionTally';
import {ratio, Rate} from './rates';
import type {VaultFlowRow} from './vaultFlow';
import {WaitingCash} from './waitingCash';

/** The accrued income that a reading after a mark showed; null where the vault does not say. */
export interface AccrualRead {
  readonly record: string;
  readonly effectiveHeight: number;
  readonly accrued: bigint | null;
}

export interface AttributionInput {
  /** Flows in chain order, beginning with the last mark of the whole book at or before `fromHeight` */
  readonly flows: readonly VaultFlowRow[];
  readonly reads: readonly AccrualRead[];
  /** Flows of later blocks are attributed; those up to it say what waited then */
  readonly fromHeight: number;
  /** Accrued income as known at `fromHeight` */
  readonly accruedAtStart: bigint | null;
}

export interface Attribution {
  readonly parts: readonly AttributionPart[];
  /** What the book gained beyond what came and went with holders, and what those who left left behind; AID wei */
  readonly whole: bigint;
  /** The whole less the parts: what marks moved the book by beyond its identity; and what that did to one share */
  readonly residual: bigint;
  readonly residualPerShare: Rate;
  /** Accruals that no reading confirms: they are what the identity leaves */
  readonly unconfirmed: number;
}

const ACCRUAL: Cause = {kind: 'ACCRUAL', assetId: null};
const EXIT: Cause = {kind: 'EXIT', assetId: null};

/** The price of one share as the vault computes it, before flooring: (assets + 1) / (shares + 1), in AID. */
const priceOf = (assets: bigint, shares: bigint): Rate => ratio(assets + 1n, shares + 1n);

/**
 * The move of the staking NAV split by what arrived since the last mark (metrics.md B10). At each mark the change of the
 * book is what had waited for it, by cause, plus the change of accrued income; an exit below the staking NAV lifts the
 * price for those who stay. Per share each amount counts over the shares of its own moment.
 */
export function attributeYield({flows, reads, fromHeight, accruedAtStart}: AttributionInput): Attribution {
  const tally = new Tally();
  const waiting = new WaitingCash();
  const accruals = new Accruals(tally, accruedAtStart);
  const later = reads.filter(({effectiveHeight}) => effectiveHeight > fromHeight);
  let next = 0;
  let [gained, before, after] = [0n, 0n, 0n];
  for (const flow of flows) {
    for (; (later[next]?.record ?? '~') < flow.record; next++) accruals.confirm(later[next]?.accrued ?? null);
    const isCounted = flow.effectiveHeight > fromHeight;
    after = flow.totalAssets ?? after;
    if (!isCounted) before = after;
    const shares = flow.totalShares ?? 0n;
    waiting.add(flow);
    if (flow.kind === 'LOSS_MARK' || flow.kind === 'MARK') {
      const absorbed = flow.absorbed ?? 0n;
      const taken = flow.kind === 'MARK' ? waiting.takeAll(absorbed) : waiting.takeLosses();
      if (!isCounted) continue;
      for (const {amount, ...cause} of taken) tally.add(cause, amount, perShareOf(amount, shares));
      accruals.add(flow.amount - absorbed, shares);
    } else if (isCounted) gained += attributeHolders(tally, flow);
  }
  for (; next < later.length; next++) accruals.confirm(later[next]?.accrued ?? null);
  const {parts} = tally;
  const whole = gained + after - before;
  const residual = parts.reduce((rest, {amount}) => rest - amount, whole);
  return {parts, whole, residual, ...accruals.close()};
}

/**
 * What came and went with holders moves the price where it came or went at another one. Answers what the flow adds to the
 * whole: that of a deposit is taken off the book's change, an exit counts at the staking NAV.
 */
function attributeHolders(tally: Tally, {kind, amount, shares, totalAssets, totalShares}: VaultFlowRow): bigint {
  if (totalAssets === null || totalShares === null) return 0n;
  const price = priceOf(totalAssets, totalShares);
  if (kind === 'STAKE') {
    tally.add(ROUNDING, 0n, price.minus(priceOf(totalAssets - amount, totalShares - shares)));
    return -amount;
  }
  if (kind !== 'UNSTAKE' && kind !== 'WITHDRAW') return 0n;
  const [assets, supply] = [totalAssets + amount, totalShares + shares];
  const left = (shares * (assets + 1n)) / (supply + 1n) - amount;
  tally.add(left > 0n ? EXIT : ROUNDING, left, price.minus(priceOf(assets, supply)));
  return amount + left;
}

const perShareOf = (amount: bigint, shares: bigint): Rate => ratio(amount, shares + 1n);

/** Changes of accrued income: what a mark leaves for them, and what the next reading confirms. */
class Accruals {
  private open: {amount: bigint; shares: bigint}[] = [];
  private residualPerShare = new Rate(0);
  private unconfirmed = 0;

  constructor(
    private readonly tally: Tally,
    private known: bigint | null,
  ) {}

  add(amount: bigint, shares: bigint): void {
    this.open.push({amount, shares});
    this.tally.add(ACCRUAL, amount, perShareOf(amount, shares));
  }

  /** The reading after the open marks; what it does not confirm is taken off the last of them, as a residual. */
  confirm(accrued: bigint | null): void {
    const last = this.open.at(-1);
    const change = accrued === null || this.known === null ? null : accrued - this.known;
    if (last !== undefined && change === null) this.unconfirmed += this.open.length;
    if (last !== undefined && change !== null) {
      const excess = this.open.reduce((sum, {amount}) => sum + amount, 0n) - change;
      const perShare = perShareOf(excess, last.shares);
      this.tally.add(ACCRUAL, -excess, perShare.negated());
      this.residualPerShare = this.residualPerShare.plus(perShare);
    }
    this.open = [];
    this.known = accrued;
  }

  close(): Pick<Attribution, 'residualPerShare' | 'unconfirmed'> {
    return {residualPerShare: this.residualPerShare, unconfirmed: this.unconfirmed + this.open.length};
  }
}
