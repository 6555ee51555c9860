/** Facts attested off chain: what a report says. docs/attestations.md describes the format. */

export const REPORT_SCHEMA = 'gaib-squid/report/1';

/** What a reserve statement is about: AID as a whole. */
export const RESERVE_SUBJECT = 'AID';

/** How far somebody independent stands behind a report; from nobody to an audit. */
export const ASSURANCES = ['SELF_REPORTED', 'AGREED_UPON', 'LIMITED', 'REASONABLE'] as const;
export type Assurance = (typeof ASSURANCES)[number];

/** What the value of a slice of the reserves rests on (metrics.md A4). */
export const EVIDENCE_CLASSES = ['INDEPENDENT', 'STATIC_VALIDATED', 'WEAK_LIVE_PROBE'] as const;
export type EvidenceClass = (typeof EVIDENCE_CLASSES)[number];

/** One payment a deal owes. */
export interface SchedulePayment {
  /** ISO 8601 UTC */
  readonly dueAt: string;
  /** AID wei as text */
  readonly interest: string;
  readonly principal: string;
}

/** The payments of a deal, by due date; the newest schedule known is the one in force. */
export interface AssetSchedule {
  /** Whether the payments are owed by contract, or only expected */
  readonly contractual: boolean;
  readonly payments: readonly SchedulePayment[];
}

/** What a borrower's accounts say of a period. */
export interface AssetFinancials {
  readonly periodStart: string;
  readonly periodEnd: string;
  /** Cash available for debt service in the period, AID wei as text; negative where the business burnt cash */
  readonly cashAvailable: string;
  /** Interest and principal due in the period, AID wei as text */
  readonly debtService: string | null;
  /** Ratios as decimal text */
  readonly debtToEquity: string | null;
  readonly currentRatio: string | null;
}

/** Who owes a deal, and where. */
export interface AssetParties {
  readonly obligor: string;
  readonly region: string;
  /** Cash reserve the terms demand, AID wei as text */
  readonly reserveRequired: string | null;
}

/** One slice of the reserves behind AID. */
export interface ReserveSlice {
  readonly name: string;
  readonly kind: string;
  /** USD as decimal text */
  readonly valueUsd: string;
  readonly custodian: string | null;
  readonly evidence: EvidenceClass;
  /** Days until the slice can be paid out as a stablecoin */
  readonly settlementDays: number;
}

/** The reserves behind AID at an instant; whether the slices add up to the total is judged by whoever reads it. */
export interface ReserveStatement {
  /** USD as decimal text */
  readonly totalUsd: string;
  readonly slices: readonly ReserveSlice[];
  /** AID outstanding at the instant, AID wei as text */
  readonly liabilitiesAid: string | null;
  readonly accountant: string | null;
  /** The accountant's standard, e.g. ISAE 3000 */
  readonly standard: string | null;
}

interface ReportBodies {
  readonly ASSET_SCHEDULE: AssetSchedule;
  readonly ASSET_FINANCIALS: AssetFinancials;
  readonly ASSET_PARTIES: AssetParties;
  readonly RESERVE_STATEMENT: ReserveStatement;
}

export type ReportKind = keyof ReportBodies;

/** A kind and the body that goes with it. */
export type Statement = {[K in ReportKind]: {readonly kind: K; readonly body: ReportBodies[K]}}[ReportKind];

interface Envelope {
  readonly schema: typeof REPORT_SCHEMA;
  readonly chainId: number;
  /** An asset id, or `AID` for its reserves */
  readonly subject: string;
  /** Instant the statement holds for, ISO 8601 UTC */
  readonly asOf: string;
  readonly publishedAt: string;
  readonly assurance: Assurance;
  readonly issuer: string;
  /** Where the document is, and the sha256 of its bytes */
  readonly uri: string;
  readonly documentHash: string;
  /** Id of the report that this one takes the place of, and why */
  readonly corrects?: string | undefined;
  readonly reason?: string | undefined;
}

/** A report as it was handed in. */
export type Report = Envelope & Statement;

/** An instant of a report, ISO 8601 UTC to the second, as unix seconds. */
export const reportInstant = (iso: string): number => Date.parse(iso) / 1000;

const USD_PLACES = 18;

/** USD of a report, decimal text with at most 18 places, as USD WAD; exact. */
export function usdToWad(usd: string): bigint {
  const [whole = '', fraction = ''] = usd.split('.');
  return BigInt(whole + fraction.padEnd(USD_PLACES, '0'));
}
