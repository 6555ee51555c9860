import {InvariantError} from './errors';
import type {EventOf} from './event';
import {chainRowId, contractRowId, factId} from './ids';
import type {TokenRow} from './token';
import {toWad} from './units';

/** Stablecoin sent to (+) or returned from (-) the T-bill custodian after a valuation; USD WAD as text. */
export interface PendingMove {
  readonly at: number;
  readonly amount: string;
}

/** One source of AID's backing. USD values are WAD; a stablecoin counts at par (metrics.md 3.1). */
export interface ReserveComponentRow {
  readonly id: string;
  readonly chainId: number;
  readonly kind: 'STABLECOIN' | 'TBILL';
  readonly address: string;
  readonly name: string;
  readonly decimals: number;
  readonly amount: bigint | null;
  readonly reportedUsd: bigint | null;
  readonly valuationAt: number | null;
  readonly publishedAt: number | null;
  readonly pendingMoves: readonly PendingMove[];
  readonly valueUsd: bigint | null;
  readonly updatedHeight: number;
  readonly updatedAt: number;
}

export interface ReserveReportRow {
  readonly id: string;
  readonly chainId: number;
  readonly component: string;
  readonly roundId: bigint;
  readonly valueUsd: bigint;
  readonly valuationAt: number;
  readonly publishedAt: number;
  readonly height: number;
  readonly txHash: string;
  readonly record: string;
}

/** Totals of one chain: AID supply and the sum of the component values that are known. */
export interface ReserveStateRow {
  readonly id: string;
  readonly chainId: number;
  readonly liabilities: bigint;
  readonly reservesUsd: bigint;
  readonly componentValues: Readonly<Record<string, string>>;
  readonly updatedHeight: number;
  readonly updatedAt: number;
}

export type ComponentEvent = EventOf<'CustodyTransferred' | 'TbillMoved' | 'ReserveAnswered'>;

export const componentKey = (event: ComponentEvent): string =>
  contractRowId(event.meta.chainId, event.type === 'TbillMoved' ? event.feed : event.meta.address);

/**
 * @throws InvariantError when custody would hold less than nothing
 */
export function evolveComponent(row: ReserveComponentRow | undefined, event: ComponentEvent): ReserveComponentRow {
  const {height: updatedHeight, at: updatedAt} = event.meta;
  if (event.type === 'CustodyTransferred') {
    const held = row ?? emptyComponent(event, 'STABLECOIN');
    const amount =
      (held.amount ?? 0n) + (event.toCustody ? event.amount : 0n) - (event.fromCustody ? event.amount : 0n);
    if (amount < 0n) {
      throw new InvariantError('More of a stablecoin leaves custody than the log saw arrive.', {
        component: held.id,
        record: event.meta.record,
        check: 'the fromBlock of the reserveAsset must not lie after the first deposit into custody',
      });
    }
    return {...held, amount, valueUsd: toWad(amount, held.decimals), updatedHeight, updatedAt};
  }
  const held = row ?? emptyComponent(event, 'TBILL');
  if (event.type === 'TbillMoved') {
    const pendingMoves = [...held.pendingMoves, {at: updatedAt, amount: event.amountUsd.toString()}];
    return {...held, pendingMoves, valueUsd: tbillValue(held.reportedUsd, pendingMoves), updatedHeight, updatedAt};
  }
  const pendingMoves = held.pendingMoves.filter((move) => move.at > event.valuationAt);
  return {
    ...held,
    reportedUsd: event.valueUsd,
    valuationAt: event.valuationAt,
    publishedAt: updatedAt,
    pendingMoves,
    valueUsd: tbillValue(event.valueUsd, pendingMoves),
    updatedHeight,
    updatedAt,
  };
}

/**
 * The T-bill leg, USD WAD: newest published report, plus stablecoins sent to the custodian less those returned since
 * that report's own valuation (metrics.md 3.1). Null before the first report: moves alone are no valuation.
 */
function tbillValue(reportedUsd: bigint | null, moves: readonly PendingMove[]): bigint | null {
  return reportedUsd === null ? null : moves.reduce((sum, move) => sum + BigInt(move.amount), reportedUsd);
}

function emptyComponent(event: ComponentEvent, kind: ReserveComponentRow['kind']): ReserveComponentRow {
  const {meta} = event;
  const moved = event.type === 'TbillMoved';
  return {
    id: componentKey(event),
    chainId: meta.chainId,
    kind,
    address: moved ? event.feed : meta.address,
    name: moved ? event.feedName : meta.name,
    decimals: (moved ? event.feedDecimals : meta.decimals) ?? 18,
    amount: null,
    reportedUsd: null,
    valuationAt: null,
    publishedAt: null,
    pendingMoves: [],
    valueUsd: null,
    updatedHeight: meta.height,
    updatedAt: meta.at,
  };
}

export function reportFact(event: EventOf<'ReserveAnswered'>): ReserveReportRow {
  return {
    id: factId(event.meta.record, event.meta.part),
    chainId: event.meta.chainId,
    component: componentKey(event),
    roundId: event.roundId,
    valueUsd: event.valueUsd,
    valuationAt: event.valuationAt,
    publishedAt: event.meta.at,
    height: event.meta.height,
    txHash: event.meta.txHash,
    record: event.meta.record,
  };
}

/** Takes the component or the AID token as it is after the event; `undefined` leaves the row as it was. */
export function evolveState(
  row: ReserveStateRow | undefined,
  event: ComponentEvent | EventOf<'TokenTransferred'>,
  after: {component?: ReserveComponentRow | undefined; aid?: TokenRow | undefined},
): ReserveStateRow {
  const componentValues = {...row?.componentValues};
  if (after.component?.valueUsd != null) componentValues[after.component.id] = after.component.valueUsd.toString();
  return {
    id: chainRowId(event.meta.chainId),
    chainId: event.meta.chainId,
    liabilities: after.aid?.totalSupply ?? row?.liabilities ?? 0n,
    reservesUsd: Object.values(componentValues).reduce((sum, value) => sum + BigInt(value), 0n),
    componentValues,
    updatedHeight: event.meta.height,
    updatedAt: event.meta.at,
  };
}
