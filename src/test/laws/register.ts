import type {EventBody} from '../../domain/event';
import type {ReportKind, Statement} from '../../domain/report';
import {GENESIS_AT} from '../given';
import type {Chain} from './chain';
import {Deals} from './deals';

export type Attested = Extract<EventBody, {type: 'ReportAttested'}>;

/** Something of each kind; `size` varies it. */
const STATEMENTS: readonly ((size: number) => Statement)[] = [
  (size) => ({
    kind: 'ASSET_SCHEDULE',
    body: {
      contractual: size % 2 === 0,
      payments: [
        {dueAt: '2025-07-01T00:00:00Z', interest: `${size}`, principal: '0'},
        {dueAt: '2025-08-01T00:00:00Z', interest: `${size}`, principal: '1000000000000000000000'},
      ],
    },
  }),
  (size) => ({
    kind: 'ASSET_FINANCIALS',
    body: {
      periodStart: '2025-03-01T00:00:00Z',
      periodEnd: '2025-06-01T00:00:00Z',
      cashAvailable: `${size - 500}`,
      debtService: size % 3 === 0 ? null : `${size}`,
      debtToEquity: '0.5',
      currentRatio: size % 5 === 0 ? null : '1.3',
    },
  }),
  (size) => ({
    kind: 'ASSET_PARTIES',
    body: {obligor: `obligor ${size % 3}`, region: 'n:looks like a mark', reserveRequired: size % 2 ? null : `${size}`},
  }),
  (size) => ({
    kind: 'RESERVE_STATEMENT',
    body: {
      totalUsd: `${size}.5`,
      slices: [
        {
          ...{name: 'T-bills', kind: 'TBILL', valueUsd: `${size}.25`, custodian: null},
          ...{evidence: 'INDEPENDENT', settlementDays: 2},
        },
      ],
      ...{liabilitiesAid: null, accountant: null, standard: null},
    },
  }),
];

const idOf = (n: number): string => `0x${n.toString(16).padStart(64, 'e')}`;

/** The register of the model: reports of every kind, some of them corrections of the newest of the same subject. */
export class Register {
  readonly reports: Attested[] = [];

  constructor(private readonly chain: Chain) {}

  /** A report that the chain learns of in this block, published up to `size` seconds before. */
  attest(n: number, size: number): void {
    const statement = STATEMENTS[size % STATEMENTS.length]?.(size);
    if (statement === undefined) return;
    const {kind, body} = statement;
    const subject = kind === 'RESERVE_STATEMENT' ? 'AID' : Deals.idOf(n);
    const publishedAt = this.chain.at - size;
    const corrected = size % 3 === 0 ? this.newest(kind, subject, publishedAt) : undefined;
    const report = {
      ...{type: 'ReportAttested', reportId: idOf(this.reports.length), subject, kind, body},
      ...{asOf: Math.min(publishedAt, GENESIS_AT), publishedAt, assurance: 'SELF_REPORTED', issuer: 'GAIB'},
      ...{uri: 'https://example.com/report.pdf', documentHash: idOf(0xd0c)},
      corrects: corrected?.reportId ?? null,
      reason: corrected === undefined ? null : 'a figure was wrong',
    } as Attested;
    this.reports.push(report);
    this.chain.attest(report);
  }

  private newest(kind: ReportKind, subject: string, before: number): Attested | undefined {
    const last = this.reports.filter((one) => one.kind === kind && one.subject === subject).at(-1);
    return last !== undefined && last.publishedAt < before ? last : undefined;
  }
}
