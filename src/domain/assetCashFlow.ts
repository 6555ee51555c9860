import {assetKey} from './computeAsset';
import type {EventOf} from './event';
import {factId} from './ids';

/**
 * What a cash flow of an asset is. Between the vault and the borrower: DRAW, PRINCIPAL, INCOME. Into the distributor:
 * REVENUE_GROSS, COSTS_GROSS (the pass-through part). Out of it: PASS_THROUGH, FEES, RESERVE, TO_VAULT (the net part and
 * the dust), TO_HOLDERS. Not cash in itself: LOSS written off, COVER of it by the reserve fund, RESERVE_DRAWN from that
 * fund, MISSED payments.
 */
export type CashFlowKind =
  | 'DRAW'
  | 'PRINCIPAL'
  | 'INCOME'
  | 'REVENUE_GROSS'
  | 'COSTS_GROSS'
  | 'PASS_THROUGH'
  | 'FEES'
  | 'RESERVE'
  | 'TO_VAULT'
  | 'TO_HOLDERS'
  | 'LOSS'
  | 'COVER'
  | 'RESERVE_DRAWN'
  | 'MISSED';

/** One cash flow of an asset; AID wei, never negative: its kind says the direction. */
export interface AssetCashFlowRow {
  readonly id: string;
  readonly chainId: number;
  readonly asset: string;
  readonly kind: CashFlowKind;
  readonly amount: bigint;
  /** Who paid or was paid, where the event names one */
  readonly counterparty: string | null;
  /** When a missed payment was due */
  readonly dueAt: number | null;
  /** The period that revenue was paid for */
  readonly periodStartAt: number | null;
  readonly periodEndAt: number | null;
  readonly height: number;
  readonly at: number;
  readonly txHash: string;
  readonly record: string;
}

export const CASH_FLOW_EVENTS = [
  'CapitalDeployed',
  'CapitalReturned',
  'RevenueReceived',
  'RevenueDistributed',
  'LossRealized',
  'ReserveFundDrawn',
  'PaymentMissed',
] as const;

type CashFlowEvent = EventOf<(typeof CASH_FLOW_EVENTS)[number]>;
type Line = Pick<AssetCashFlowRow, 'kind' | 'amount'> &
  Partial<Pick<AssetCashFlowRow, 'counterparty' | 'dueAt' | 'periodStartAt' | 'periodEndAt'>>;

/** Ids of the rows an event makes: one for each amount of it that is not 0. */
export const cashFlowKeys = (event: CashFlowEvent): string[] => linesOf(event).map((line) => idOf(event, line));

export function cashFlowFact(event: CashFlowEvent, id: string): AssetCashFlowRow | undefined {
  const line = linesOf(event).find((one) => idOf(event, one) === id);
  if (line === undefined) return undefined;
  const {meta} = event;
  return {
    id,
    chainId: meta.chainId,
    asset: assetKey(event),
    ...{counterparty: null, dueAt: null, periodStartAt: null, periodEndAt: null},
    ...line,
    height: meta.height,
    at: meta.at,
    txHash: meta.txHash,
    record: meta.record,
  };
}

const idOf = ({meta}: CashFlowEvent, {kind}: Line): string => `${factId(meta.record, meta.part)}-${kind}`;

const linesOf = (event: CashFlowEvent): Line[] => allLines(event).filter(({amount}) => amount !== 0n);

function allLines(event: CashFlowEvent): Line[] {
  switch (event.type) {
    case 'CapitalDeployed':
      return [{kind: 'DRAW', amount: event.amount, counterparty: event.destination}];
    case 'CapitalReturned':
      return [
        {kind: 'PRINCIPAL', amount: event.principal},
        {kind: 'INCOME', amount: event.income},
      ];
    case 'RevenueReceived': {
      const period = {periodStartAt: event.periodStart, periodEndAt: event.periodEnd};
      const kind = event.kind === 'REVENUE' ? 'REVENUE_GROSS' : 'COSTS_GROSS';
      return [{kind, amount: event.amount, counterparty: event.payer, ...period}];
    }
    case 'RevenueDistributed':
      return [
        {kind: 'PASS_THROUGH', amount: event.passThrough},
        {kind: 'FEES', amount: event.protocolFee + event.performanceFee},
        {kind: 'RESERVE', amount: event.reserveContribution},
        {kind: 'TO_VAULT', amount: event.netToVault + event.dust},
        {kind: 'TO_HOLDERS', amount: event.paidToHolders},
      ];
    case 'LossRealized':
      return [
        {kind: 'LOSS', amount: event.amount},
        {kind: 'COVER', amount: event.coveredByReserve},
      ];
    case 'ReserveFundDrawn':
      return [{kind: 'RESERVE_DRAWN', amount: event.amount, counterparty: event.to}];
    case 'PaymentMissed':
      return [{kind: 'MISSED', amount: event.amountDue, dueAt: event.dueAt}];
  }
}
