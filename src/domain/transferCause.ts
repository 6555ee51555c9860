import type {EventOf, EventType} from './event';
import {logsBefore} from './ids';
import {claimsOf, type Claim} from './transferClaims';
import type {TransferRow} from './transfer';

/** Why AID moved, was minted or was burned. */
export type TransferCause =
  | 'DEPOSIT'
  | 'REDEMPTION'
  | 'MIGRATION'
  | 'BRIDGE'
  | 'FLASH_MINT'
  | 'STAKE'
  | 'UNSTAKE'
  | 'DEPLOYMENT'
  | 'CAPITAL_RETURN'
  | 'REVENUE'
  | 'PASS_THROUGH'
  | 'PASS_THROUGH_PAID'
  | 'FEES_PAID'
  | 'PAID_TO_VAULT'
  | 'PAID_TO_HOLDER'
  | 'RESERVE_DRAWN'
  | 'OTHER';

/** More logs than one block can hold. */
const ANYWHERE = 4096;

/** How many logs before itself a log explains: a transfer comes just before, or anywhere in the transaction. */
const REACH = {
  AidMinted: 8,
  AidRedeemed: 8,
  AidMigrated: 16,
  BridgeSent: 8,
  BridgeReceived: 8,
  FlashMinted: ANYWHERE,
  Staked: 8,
  UnstakeFilled: 8,
  Withdrawn: 8,
  CapitalDeployed: 8,
  CapitalReturned: 16,
  RevenueReceived: 8,
  RevenuePaid: 4,
  RevenueDistributed: ANYWHERE,
  ReserveFundDrawn: 4,
} as const satisfies Partial<Record<EventType, number>>;

export const CAUSE_EVENTS = Object.keys(REACH) as (keyof typeof REACH)[];

export type CauseEvent = EventOf<keyof typeof REACH>;

/** The transfers that a log may explain: those of the logs before it, of which evolveCause takes its transaction's. */
export const explainedKeys = (event: CauseEvent): string[] => logsBefore(event.meta.record, REACH[event.type]);

/**
 * The transfer with the cause that a later log of its transaction gives it; unchanged where the log speaks of another,
 * or where two of its legs fit and nobody can tell which.
 */
export function evolveCause(row: TransferRow | undefined, event: CauseEvent): TransferRow | undefined {
  if (row === undefined || row.txHash !== event.meta.txHash || row.asset !== null) return row;
  const claims = claimsOf(event).filter((claim) => fits(row, claim));
  const [claim] = claims;
  if (claim === undefined || claims.some(({cause}) => cause !== claim.cause)) return row;
  const {cause, asset = null, principal = null} = claim;
  return {...row, cause, asset, principal, causeRecord: event.meta.record};
}

const fits = (row: TransferRow, {from, to, amount, refines}: Claim): boolean =>
  (row.cause === 'OTHER' || (refines !== undefined && row.cause === refines)) &&
  (from === undefined || row.from === from) &&
  (to === undefined || row.to === to) &&
  (amount === undefined || row.amount === amount);
