import {CASH_FLOW_EVENTS, cashFlowFact, cashFlowKeys, type AssetCashFlowRow} from '../domain/assetCashFlow';
import {financialsFact, type AssetFinancialsRow} from '../domain/assetFinancials';
import {partiesFact, type AssetPartiesRow} from '../domain/assetParties';
import {reportFactId, type AssetReport} from '../domain/assetReport';
import {scheduleFact, type AssetScheduleRow} from '../domain/assetSchedule';
import type {EventOf} from '../domain/event';
import type {ReportKind} from '../domain/report';
import {AssetCashFlow, AssetFinancials, AssetParties, AssetSchedule} from '../model';
import {projection, type Projection} from './projection';

export const assetCashFlow = projection<AssetCashFlowRow, (typeof CASH_FLOW_EVENTS)[number]>({
  name: 'assetCashFlow',
  version: 1,
  kind: 'fact',
  entity: AssetCashFlow,
  handles: CASH_FLOW_EVENTS,
  keys: cashFlowKeys,
  evolve: (_row, event, id) => cashFlowFact(event, id),
});

/** The reports of one kind about assets, one row each. */
const reports = <R extends AssetReport>(
  name: string,
  entity: Projection['entity'],
  kind: ReportKind,
  fact: (event: EventOf<'ReportAttested'>) => R | undefined,
): Projection<R> =>
  projection<R, 'ReportAttested'>({
    name,
    version: 1,
    kind: 'fact',
    entity,
    handles: ['ReportAttested'],
    keys: (event) => (event.kind === kind ? [reportFactId(event)] : []),
    evolve: (_row, event) => fact(event),
  });

export const assetSchedule = reports<AssetScheduleRow>('assetSchedule', AssetSchedule, 'ASSET_SCHEDULE', scheduleFact);

export const assetFinancials = reports<AssetFinancialsRow>(
  'assetFinancials',
  AssetFinancials,
  'ASSET_FINANCIALS',
  financialsFact,
);

export const assetParties = reports<AssetPartiesRow>('assetParties', AssetParties, 'ASSET_PARTIES', partiesFact);
