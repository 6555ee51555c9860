import type {EventOf} from './event';
import {chainRowId, factId} from './ids';
import {CAUSE_EVENTS, claimsOf, type CauseEvent, type Claim, type TransferCause} from './transferClaims';

/** An AID transfer of the transaction, with what later logs of it said so far. */
export interface TrailStep {
  /** Id of the transfer's fact */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** AID wei as text: steps are kept in JSON */
  readonly amount: string;
  readonly cause: TransferCause;
  readonly causeRecord: string | null;
  readonly asset: string | null;
  readonly principal: string | null;
}

/** The AID transfers of a chain's newest transaction with one, in their order. */
export interface TransferTrailRow {
  readonly id: string;
  readonly chainId: number;
  readonly txHash: string;
  readonly steps: readonly TrailStep[];
  readonly updatedHeight: number;
  readonly updatedAt: number;
}

export const TRAIL_EVENTS = ['TokenTransferred', ...CAUSE_EVENTS] as const;
export type TrailEvent = EventOf<'TokenTransferred'> | CauseEvent;

export const trailKey = ({meta}: TrailEvent): string => chainRowId(meta.chainId);

export const trailKeys = (event: TrailEvent): string[] =>
  event.type === 'TokenTransferred' && event.meta.role !== 'aid' ? [] : [trailKey(event)];

/**
 * A transfer is OTHER until a later log of its transaction explains it. Each thing that the log says is about one
 * transfer: the newest that fits and that nothing has explained yet.
 */
export function evolveTrail(row: TransferTrailRow | undefined, event: TrailEvent): TransferTrailRow | undefined {
  const {meta} = event;
  const known = row?.txHash === meta.txHash ? row.steps : [];
  const steps = event.type === 'TokenTransferred' ? [...known, stepOf(event)] : explained(known, event);
  if (steps === known) return row;
  return {
    id: trailKey(event),
    chainId: meta.chainId,
    txHash: meta.txHash,
    steps,
    updatedHeight: meta.height,
    updatedAt: meta.at,
  };
}

const stepOf = ({meta, from, to, amount}: EventOf<'TokenTransferred'>): TrailStep => ({
  id: factId(meta.record, meta.part),
  from,
  to,
  amount: amount.toString(),
  cause: 'OTHER',
  causeRecord: null,
  asset: null,
  principal: null,
});

/** The steps with what the log says of them; the same list where it says nothing of any. */
function explained(known: readonly TrailStep[], event: CauseEvent): readonly TrailStep[] {
  const claims = claimsOf(event);
  let steps = known;
  for (const claim of claims) {
    const at = steps.findLastIndex((step) => fits(step, claim) && !isAmbiguous(step, claims));
    if (at < 0) continue;
    const {cause, asset = null, principal} = claim;
    const told = {cause, asset, principal: principal?.toString() ?? null, causeRecord: event.meta.record};
    steps = steps.map((step, index) => (index === at ? {...step, ...told} : step));
  }
  return steps;
}

/** A step is explained once; what names its asset may come after what names its kind. */
const fits = (step: TrailStep, {from, to, amount, refines}: Claim): boolean =>
  (step.cause === 'OTHER' || (step.cause === refines && step.asset === null)) &&
  (from === undefined || step.from === from) &&
  (to === undefined || step.to === to) &&
  (amount === undefined || step.amount === amount.toString());

/** Where legs of different causes fit one transfer nobody can tell which it is. */
const isAmbiguous = (step: TrailStep, claims: readonly Claim[]): boolean =>
  new Set(claims.filter((claim) => fits(step, claim)).map(({cause}) => cause)).size > 1;
