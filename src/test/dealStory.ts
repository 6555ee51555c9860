import {cashFlowFact, cashFlowKeys, type AssetCashFlowRow} from '../domain/assetCashFlow';
import type {AssetEvidence} from '../domain/assetCredit';
import {financialsFact} from '../domain/assetFinancials';
import {partiesFact} from '../domain/assetParties';
import {scheduleFact} from '../domain/assetSchedule';
import {evolveAsset, type AssetEvent, type ComputeAssetRow} from '../domain/computeAsset';
import type {StatusChange} from '../domain/defaults';
import type {DomainEvent, EventFields, EventOf, EventType} from '../domain/event';
import type {Statement} from '../domain/report';
import {address, ALICE, ASSET_TOKEN, assetIdOf, event, GENESIS_AT} from './given';

export const DEAL = assetIdOf('GPU-1');
const DAY = 86_400;

/** Time of the nth day of a story, unix seconds. */
export const day = (n: number): number => GENESIS_AT + Math.round(n * DAY);
export const isoDay = (n: number): string => new Date(day(n) * 1000).toISOString().replace('.000Z', 'Z');

/** An event on a day of the story; one block a minute, so that later days are higher. */
const on = <T extends EventType>(n: number, type: T, fields: EventFields[T], logIndex = 0): EventOf<T> =>
  event(type, fields, {at: day(n), height: Math.round(n * 1440) + 1, logIndex});

export const registered = (n: number, terms: Partial<EventFields['AssetRegistered']> = {}) =>
  on(n, 'AssetRegistered', {
    ...{assetId: DEAL, token: ASSET_TOKEN.address, spId: assetIdOf('SP1'), assetClass: 'GPU', dealType: 'DEBT'},
    ...{principal: 1000n, aprBps: 1200, startAt: day(n), maturityAt: day(n + 360), metadataUri: ''},
    ...terms,
  });
export const changed = (n: number, oldStatus: ComputeAssetRow['status'], newStatus: ComputeAssetRow['status']) =>
  on(n, 'AssetStatusChanged', {assetId: DEAL, oldStatus, newStatus});
export const drawn = (n: number, amount: bigint, destination = ALICE) =>
  on(n, 'CapitalDeployed', {assetId: DEAL, destination, amount}, 1);
export const returned = (n: number, principal: bigint, income = 0n) =>
  on(n, 'CapitalReturned', {assetId: DEAL, principal, income}, 2);
export const paid = (n: number, amount: bigint, from = n - 30) =>
  on(
    n,
    'RevenueReceived',
    {
      ...{assetId: DEAL, payer: ALICE, currency: address(1), kind: 'REVENUE', amount},
      ...{periodStart: day(from), periodEnd: day(n)},
    },
    3,
  );
export const distributed = (n: number, netToVault: bigint, dust = 0n, paidToHolders = 0n) =>
  on(
    n,
    'RevenueDistributed',
    {
      ...{assetId: DEAL, epoch: 1n, gross: netToVault + dust + paidToHolders, passThrough: 0n, protocolFee: 0n},
      ...{performanceFee: 0n, reserveContribution: 0n, netToVault, paidToHolders, dust},
    },
    4,
  );
export const missed = (n: number, dueOn: number, amountDue: bigint) =>
  on(n, 'PaymentMissed', {assetId: DEAL, dueAt: day(dueOn), amountDue}, 5);
export const lost = (n: number, amount: bigint, coveredByReserve = 0n) =>
  on(n, 'LossRealized', {assetId: DEAL, epoch: 1n, amount, coveredByReserve}, 6);

/** A report published on a day; `name` is its id. */
export const attested = (
  n: number,
  name: string,
  statement: Statement,
  more: Partial<Pick<EventFields['ReportAttested'], 'corrects' | 'asOf'>> = {},
): EventOf<'ReportAttested'> =>
  on(n, 'ReportAttested', {
    ...{reportId: name, subject: DEAL, asOf: day(n), publishedAt: day(n), assurance: 'SELF_REPORTED', issuer: 'GAIB'},
    ...{uri: 'https://example.com', documentHash: '0x00', corrects: null, reason: null},
    ...more,
    ...statement,
  });

/** A schedule of [day, interest, principal]. */
export const scheduleOf = (
  payments: readonly (readonly [number, bigint, bigint])[],
  contractual = true,
): Statement => ({
  kind: 'ASSET_SCHEDULE',
  body: {
    contractual,
    payments: payments.map(([n, interest, principal]) => ({
      ...{dueAt: isoDay(n), interest: `${interest}`, principal: `${principal}`},
    })),
  },
});

type FlowEvent = Parameters<typeof cashFlowKeys>[0];
const FLOWS: readonly EventType[] = [
  ...(['CapitalDeployed', 'CapitalReturned', 'RevenueReceived', 'RevenueDistributed'] as const),
  ...(['LossRealized', 'ReserveFundDrawn', 'PaymentMissed'] as const),
];

export const flowsOf = (events: readonly DomainEvent[]): AssetCashFlowRow[] =>
  events
    .filter(({type}) => FLOWS.includes(type))
    .flatMap((one) => cashFlowKeys(one as FlowEvent).flatMap((id) => cashFlowFact(one as FlowEvent, id) ?? []));

const reportsOf = <R>(events: readonly DomainEvent[], fact: (event: EventOf<'ReportAttested'>) => R | undefined): R[] =>
  events.flatMap((one) => (one.type === 'ReportAttested' ? (fact(one) ?? []) : []));

/** What is known of the deal once all of this happened; the first event registers it. */
export function evidenceOf(...events: readonly DomainEvent[]): AssetEvidence {
  const asset = events
    .filter(({type}) => type !== 'ReportAttested' && type !== 'RevenueReceived')
    .reduce<ComputeAssetRow | undefined>((row, one) => evolveAsset(row, one as AssetEvent) ?? row, undefined);
  if (asset === undefined) throw new Error('the story does not register its deal');
  return {
    asset,
    flows: flowsOf(events),
    changes: events.flatMap((one): StatusChange[] =>
      one.type === 'AssetStatusChanged'
        ? [{status: one.newStatus, at: one.meta.at, height: one.meta.height, record: one.meta.record}]
        : [],
    ),
    schedules: reportsOf(events, scheduleFact),
    financials: reportsOf(events, financialsFact),
    parties: reportsOf(events, partiesFact),
  };
}
