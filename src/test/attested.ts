import {canonicalJson} from '../domain/canonicalJson';
import {REPORT_SCHEMA, type Report, type ReportKind} from '../domain/report';
import {assetIdOf, CHAIN_ID} from './given';

const ENVELOPE = {
  schema: REPORT_SCHEMA,
  chainId: CHAIN_ID,
  subject: assetIdOf('DC-COLO-01'),
  asOf: '2025-10-31T00:00:00Z',
  publishedAt: '2025-11-03T09:00:00Z',
  assurance: 'SELF_REPORTED',
  issuer: 'GAIB',
  uri: 'https://example.com/reports/1.pdf',
  documentHash: `0x${'d0'.repeat(32)}`,
} as const;

/** A good report of each kind. */
export const REPORTS: {readonly [K in ReportKind]: Extract<Report, {kind: K}>} = {
  ASSET_SCHEDULE: {
    ...ENVELOPE,
    kind: 'ASSET_SCHEDULE',
    body: {
      contractual: true,
      payments: [
        {dueAt: '2025-12-01T00:00:00Z', interest: '12500000000000000000000', principal: '0'},
        {dueAt: '2026-01-01T00:00:00Z', interest: '12500000000000000000000', principal: '1000000000000000000000000'},
      ],
    },
  },
  ASSET_FINANCIALS: {
    ...ENVELOPE,
    kind: 'ASSET_FINANCIALS',
    body: {
      periodStart: '2025-07-01T00:00:00Z',
      periodEnd: '2025-10-01T00:00:00Z',
      cashAvailable: '540000000000000000000000',
      debtService: '400000000000000000000000',
      debtToEquity: '0.62',
      currentRatio: '1.31',
    },
  },
  ASSET_PARTIES: {
    ...ENVELOPE,
    kind: 'ASSET_PARTIES',
    body: {obligor: 'Example Compute Ltd', region: 'SG', reserveRequired: '66000000000000000000000'},
  },
  RESERVE_STATEMENT: {
    ...ENVELOPE,
    kind: 'RESERVE_STATEMENT',
    subject: 'AID',
    assurance: 'LIMITED',
    body: {
      totalUsd: '23993377.75',
      slices: [
        {
          ...{name: 'US Treasury bills', kind: 'TBILL', valueUsd: '20411256.72', custodian: 'Example Custody'},
          ...{evidence: 'INDEPENDENT', settlementDays: 2},
        },
        {
          ...{name: 'USDC', kind: 'STABLECOIN', valueUsd: '3582121.03', custodian: null},
          ...{evidence: 'WEAK_LIVE_PROBE', settlementDays: 0},
        },
      ],
      liabilitiesAid: '23952687158831336756115712',
      accountant: 'Example CPA',
      standard: 'ISAE 3000',
    },
  },
};

/** A report as the log keeps it. */
export const documentOf = (report: Report): string => canonicalJson(report);
