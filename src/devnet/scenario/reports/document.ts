import {sha256, toUtf8Bytes} from 'ethers';
import {canonicalJson} from '../../../domain/canonicalJson';
import {REPORT_SCHEMA, type Assurance, type Report, type Statement} from '../../../domain/report';

/** What a report says of itself; times in unix seconds. */
export interface Told {
  readonly chainId: number;
  /** An asset id, or AID */
  readonly subject: string;
  /** The statement holds for this instant, and is known from the other one on. */
  readonly asOf: number;
  readonly publishedAt: number;
  readonly assurance: Assurance;
  readonly issuer: string;
  /** The document it sums up, as a path without extension */
  readonly path: string;
}

/** A statement as a report of docs/attestations.md. */
export function reportOf(told: Told, statement: Statement, correction?: {corrects: string; reason: string}): Report {
  const {chainId, subject, assurance, issuer} = told;
  const uri = `ipfs://gaib-squid-local/${told.path}.pdf`;
  return {
    ...{schema: REPORT_SCHEMA, chainId, subject, asOf: iso(told.asOf), publishedAt: iso(told.publishedAt)},
    ...{assurance, issuer, uri, documentHash: sha256(toUtf8Bytes(`the document at ${uri}`))},
    ...correction,
    ...statement,
  };
}

/** The id of a report: sha256 of its canonical JSON. */
export function idOf(report: Report): string {
  return sha256(toUtf8Bytes(canonicalJson(report)));
}

/** ISO 8601 UTC to the second. */
export function iso(time: number): string {
  return new Date(time * 1000).toISOString().replace('.000Z', 'Z');
}

/** Units of 1e-6 dollars as decimal text. */
export function usdText(units: bigint): string {
  return `${units / 10n ** 6n}.${(units % 10n ** 6n).toString().padStart(6, '0')}`;
}

/** Hundredths as decimal text; not negative. */
export function ratioText(hundredths: number): string {
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}
