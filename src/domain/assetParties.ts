import {assetReport, standing, type AssetReport} from './assetReport';
import type {EventOf} from './event';

/** Who owes a deal, and where. */
export interface AssetPartiesRow extends AssetReport {
  readonly obligor: string;
  readonly region: string;
  /** Cash reserve the terms demand, AID wei */
  readonly reserveRequired: bigint | null;
}

/** The row of a deal's parties; undefined for a report of another kind. */
export function partiesFact(event: EventOf<'ReportAttested'>): AssetPartiesRow | undefined {
  if (event.kind !== 'ASSET_PARTIES') return undefined;
  const {obligor, region, reserveRequired} = event.body;
  return {
    ...assetReport(event),
    obligor,
    region,
    reserveRequired: reserveRequired === null ? null : BigInt(reserveRequired),
  };
}

/** The newest report of a deal's parties that stands at an instant. */
export const newestParties = (reports: readonly AssetPartiesRow[], at: number): AssetPartiesRow | null =>
  standing(reports, at).at(-1) ?? null;
