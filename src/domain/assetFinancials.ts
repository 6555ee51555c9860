import {assetReport, standing, type AssetReport} from './assetReport';
import type {EventOf} from './event';
import {reportInstant} from './report';

/** What a borrower's accounts say of a period. Amounts AID wei, ratios decimal text. */
export interface AssetFinancialsRow extends AssetReport {
  readonly periodStartAt: number;
  readonly periodEndAt: number;
  /** Negative where the business burnt cash */
  readonly cashAvailable: bigint;
  readonly debtService: bigint | null;
  readonly debtToEquity: string | null;
  readonly currentRatio: string | null;
}

/** The row of a borrower's accounts; undefined for a report of another kind. */
export function financialsFact(event: EventOf<'ReportAttested'>): AssetFinancialsRow | undefined {
  if (event.kind !== 'ASSET_FINANCIALS') return undefined;
  const {periodStart, periodEnd, cashAvailable, debtService, debtToEquity, currentRatio} = event.body;
  return {
    ...assetReport(event),
    periodStartAt: reportInstant(periodStart),
    periodEndAt: reportInstant(periodEnd),
    cashAvailable: BigInt(cashAvailable),
    debtService: debtService === null ? null : BigInt(debtService),
    debtToEquity,
    currentRatio,
  };
}

/** The accounts of the latest period known at an instant; of two of one period the later published. */
export function newestFinancials(reports: readonly AssetFinancialsRow[], at: number): AssetFinancialsRow | null {
  const known = standing(reports, at);
  return known.reduce<AssetFinancialsRow | null>(
    (newest, report) => (newest === null || report.periodEndAt >= newest.periodEndAt ? report : newest),
    null,
  );
}
