import {assetKey} from './computeAsset';
import type {EventOf, EventType} from './event';
import {contractRowId, factId, logsBefore} from './ids';
import {mintCause} from './transferClaims';
import {toWad} from './units';

/** Why a stablecoin came into custody, left it or moved inside. */
export type CustodyCause =
  | 'DEPOSIT'
  | 'REDEMPTION'
  | 'DEPLOYMENT'
  | 'CAPITAL_RETURN'
  | 'REVENUE'
  | 'PASS_THROUGH'
  | 'TBILL_BUY'
  | 'TBILL_SELL'
  | 'REDEEMER_FLOAT'
  | 'OTHER';

/** One movement of a stablecoin from or to custody. */
export interface CustodyTransferRow {
  readonly id: string;
  readonly chainId: number;
  /** Id of the ReserveComponent */
  readonly component: string;
  readonly from: string;
  readonly to: string;
  readonly fromCustody: boolean;
  readonly toCustody: boolean;
  /** In the stablecoin's smallest unit, and in USD WAD at par (metrics.md 3.1) */
  readonly amount: bigint;
  readonly amountUsd: bigint;
  /** As a later log of the transaction says; OTHER where none does */
  readonly cause: CustodyCause;
  /** Record of the log that says so */
  readonly causeRecord: string | null;
  /** Id of the asset that it names */
  readonly asset: string | null;
  /** Of capital that came back: the part that repays principal, USD WAD */
  readonly principal: bigint | null;
  readonly height: number;
  readonly at: number;
  readonly txHash: string;
  readonly record: string;
}

/** How many logs before itself a log explains. */
const REACH = {
  AidMinted: 8,
  AidRedeemed: 8,
  ReserveMoved: 8,
  CapitalDeployed: 8,
  CapitalReturned: 16,
  RevenueReceived: 8,
} as const satisfies Partial<Record<EventType, number>>;

const EXPLAINING = Object.keys(REACH) as (keyof typeof REACH)[];
export const CUSTODY_EVENTS = ['CustodyTransferred', ...EXPLAINING] as const;

export type CustodyEvent = EventOf<(typeof CUSTODY_EVENTS)[number]>;
type Explaining = EventOf<keyof typeof REACH>;

/** The movement itself, or those that the log may explain. */
export const custodyTransferKeys = (event: CustodyEvent): string[] =>
  event.type === 'CustodyTransferred'
    ? [factId(event.meta.record, event.meta.part)]
    : logsBefore(event.meta.record, REACH[event.type]);

/** A new movement, or one with the cause that a later log of its transaction gives it. */
export function evolveCustodyTransfer(
  row: CustodyTransferRow | undefined,
  event: CustodyEvent,
): CustodyTransferRow | undefined {
  if (event.type === 'CustodyTransferred') return custodyFact(event);
  if (row === undefined || row.txHash !== event.meta.txHash || row.asset !== null) return row;
  const claim = claimOf(event, row);
  return claim === null ? row : {...row, ...claim, causeRecord: event.meta.record};
}

function custodyFact({meta, from, to, fromCustody, toCustody, amount}: EventOf<'CustodyTransferred'>) {
  return {
    id: factId(meta.record, meta.part),
    chainId: meta.chainId,
    component: contractRowId(meta.chainId, meta.address),
    from,
    to,
    fromCustody,
    toCustody,
    amount,
    amountUsd: toWad(amount, meta.decimals ?? 18),
    cause: 'OTHER' as const,
    causeRecord: null,
    asset: null,
    principal: null,
    height: meta.height,
    at: meta.at,
    txHash: meta.txHash,
    record: meta.record,
  };
}

type Claim = Pick<CustodyTransferRow, 'cause'> & Partial<Pick<CustodyTransferRow, 'asset' | 'principal'>>;

/** What a log says of a movement; null where it speaks of another one. */
function claimOf(event: Explaining, row: CustodyTransferRow): Claim | null {
  const open = row.cause === 'OTHER';
  const isOf = (coin: string): boolean => open && row.component === contractRowId(event.meta.chainId, coin);
  switch (event.type) {
    case 'AidMinted':
      return isOf(event.collateral) && row.toCustody && row.amount === event.collateralIn
        ? {cause: mintCause(event)}
        : null;
    case 'AidRedeemed':
      return isOf(event.collateral) && row.to === event.receiver && row.amount === event.collateralOut
        ? {cause: 'REDEMPTION'}
        : null;
    case 'ReserveMoved': {
      const cause = PURPOSES.find((purpose) => purpose === event.purpose);
      const isMoved = isOf(event.asset) && row.to === event.destination && row.amount === event.amount;
      return cause !== undefined && isMoved ? {cause} : null;
    }
    case 'CapitalDeployed':
      return row.cause === 'DEPLOYMENT' && row.to === event.destination && row.amountUsd === event.amount
        ? {cause: 'DEPLOYMENT', asset: assetKey(event)}
        : null;
    case 'CapitalReturned': {
      const {principal, income} = event;
      return row.cause === 'CAPITAL_RETURN' && row.amountUsd === principal + income
        ? {cause: 'CAPITAL_RETURN', asset: assetKey(event), principal}
        : null;
    }
    case 'RevenueReceived':
      return row.cause === 'REVENUE' && row.from === event.payer && row.amountUsd === event.amount
        ? {cause: event.kind === 'REVENUE' ? 'REVENUE' : 'PASS_THROUGH', asset: assetKey(event)}
        : null;
  }
}

const PURPOSES = ['TBILL_BUY', 'TBILL_SELL', 'DEPLOYMENT', 'REDEEMER_FLOAT'] as const satisfies CustodyCause[];
