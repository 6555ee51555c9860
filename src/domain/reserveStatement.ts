import {checkStatement, composition, type Composition, type StatementCheck} from './composition';
import {known, missing} from './methodology';
import {EVIDENCE_CLASSES, usdToWad, type EvidenceClass, type ReserveStatement} from './report';

/** A reserve statement as it stands in the register; instants in unix seconds. */
export interface RegisteredStatement {
  readonly reportId: string;
  readonly chainId: number;
  readonly asOf: number;
  readonly publishedAt: number;
  readonly assurance: string;
  readonly issuer: string;
  readonly corrects: string | null;
  /** Block with which its chain learned of it, and its time */
  readonly height: number;
  readonly learnedAt: number;
  readonly body: ReserveStatement;
}

export interface StatedSlice {
  readonly name: string;
  readonly kind: string;
  /** USD WAD */
  readonly valueUsd: bigint;
  readonly custodian: string | null;
  readonly evidence: EvidenceClass;
  readonly settlementDays: number;
}

/** A statement with its amounts, and whether it adds up (metrics.md A4). */
export interface JudgedStatement extends RegisteredStatement {
  readonly totalUsd: bigint;
  readonly liabilitiesAid: bigint | null;
  readonly slices: readonly StatedSlice[];
  readonly check: StatementCheck;
  /** Shares of the slices, of their own sum; missing where the statement does not add up */
  readonly parts: Composition;
}

export function judgeStatement(statement: RegisteredStatement): JudgedStatement {
  const {totalUsd, slices, liabilitiesAid} = statement.body;
  const stated = slices.map((slice) => ({...slice, valueUsd: usdToWad(slice.valueUsd)}));
  const total = usdToWad(totalUsd);
  const sum = stated.reduce((all, {valueUsd}) => all + valueUsd, 0n);
  const check = checkStatement(
    total,
    stated.map(({valueUsd}) => valueUsd),
  );
  return {
    ...statement,
    totalUsd: total,
    liabilitiesAid: liabilitiesAid === null ? null : BigInt(liabilitiesAid),
    slices: stated,
    check,
    parts: composition(stated, check.state === 'FATAL' ? missing('PARTIAL') : known(sum)),
  };
}

/** What is true for the latest instant, of that the latest published: of all that no other one corrects. */
export const newestStatement = <S extends RegisteredStatement>(statements: readonly S[]): S | undefined => {
  const corrected = new Set(statements.map(({corrects}) => corrects));
  return statements
    .filter(({reportId}) => !corrected.has(reportId))
    .reduce<S | undefined>((newest, one) => (newest === undefined || isAfter(one, newest) ? one : newest), undefined);
};

/** The newest statement a ratio may come from. */
export const newestUsable = (statements: readonly JudgedStatement[]): JudgedStatement | undefined => {
  const corrected = new Set(statements.map(({corrects}) => corrects));
  return newestStatement(statements.filter(({reportId, check}) => !corrected.has(reportId) && check.state !== 'FATAL'));
};

const isAfter = (a: RegisteredStatement, b: RegisteredStatement): boolean =>
  a.asOf === b.asOf ? a.publishedAt >= b.publishedAt : a.asOf > b.asOf;

/** What a statement says of the slices of a kind together. */
export interface StatedKind {
  /** The weakest evidence among them */
  readonly evidence: EvidenceClass;
  /** Every custodian, or null where a slice has none named */
  readonly custodians: readonly string[] | null;
  /** USD WAD */
  readonly valueUsd: bigint;
  readonly slices: readonly StatedSlice[];
}

/** Null where the statement has no slice of the kind. */
export function statedKind(statement: JudgedStatement | undefined, kind: string): StatedKind | null {
  const slices = statement?.slices.filter((slice) => slice.kind === kind) ?? [];
  const [weakest] = [...slices].sort(
    (a, b) => EVIDENCE_CLASSES.indexOf(b.evidence) - EVIDENCE_CLASSES.indexOf(a.evidence),
  );
  if (weakest === undefined) return null;
  const custodians = slices.flatMap(({custodian}) => custodian ?? []);
  return {
    evidence: weakest.evidence,
    custodians: custodians.length === slices.length ? [...new Set(custodians)] : null,
    valueUsd: slices.reduce((sum, {valueUsd}) => sum + valueUsd, 0n),
    slices,
  };
}
