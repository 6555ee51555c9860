import type {EventOf} from './event';
import {assetRowId, factId} from './ids';

type Attested = EventOf<'ReportAttested'>;

/** What every report about an asset says of itself: it holds for `asOf` and is known from `publishedAt` on. */
export interface AssetReport {
  readonly id: string;
  readonly chainId: number;
  readonly asset: string;
  readonly reportId: string;
  /** The report this one takes the place of, and why */
  readonly corrects: string | null;
  readonly reason: string | null;
  readonly assurance: string;
  readonly issuer: string;
  readonly uri: string;
  readonly documentHash: string;
  readonly asOf: number;
  readonly publishedAt: number;
  readonly height: number;
  readonly at: number;
  readonly record: string;
}

export const reportFactId = ({meta}: Attested): string => factId(meta.record, meta.part);

export function assetReport(event: Attested): AssetReport {
  const {meta, reportId, corrects, reason, assurance, issuer, uri, documentHash, asOf, publishedAt} = event;
  return {
    id: reportFactId(event),
    chainId: meta.chainId,
    asset: assetRowId(meta.chainId, event.subject),
    ...{reportId, corrects, reason, assurance, issuer, uri, documentHash, asOf, publishedAt},
    height: meta.height,
    at: meta.at,
    record: meta.record,
  };
}

/**
 * The reports that stand at an instant (unix seconds), in the order in which what they say was first published: those
 * published by then, a report that another of them corrects replaced by its correction, which takes its place.
 */
export function standing<R extends AssetReport>(reports: readonly R[], at: number): R[] {
  const published = reports.filter(({publishedAt}) => publishedAt <= at);
  const corrected = new Set(published.map(({corrects}) => corrects));
  return published
    .filter(({reportId}) => !corrected.has(reportId))
    .map((report) => ({report, place: originOf(report, published).publishedAt}))
    .sort((a, b) => a.place - b.place || (a.report.id < b.report.id ? -1 : 1))
    .map(({report}) => report);
}

/** The report at the beginning of a chain of corrections. */
function originOf(report: AssetReport, published: readonly AssetReport[]): AssetReport {
  let origin = report;
  for (let left = published.length; left > 0 && origin.corrects !== null; left -= 1) {
    const before = published.find(({reportId}) => reportId === origin.corrects);
    if (before === undefined) break;
    origin = before;
  }
  return origin;
}
