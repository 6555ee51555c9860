import {z} from 'zod';
import {
  ASSURANCES,
  EVIDENCE_CLASSES,
  REPORT_SCHEMA,
  reportInstant,
  RESERVE_SUBJECT,
  type Report,
  type ReportKind,
} from '../domain/report';

const MOST_PAYMENTS = 1000;
const MOST_SLICES = 100;

/** A text by its form; `what` says what is accepted, and describes it in the JSON Schema. */
const form = (what: string, pattern: RegExp) => z.string(what).regex(pattern, what).describe(what);

const hash = (what: string) => form(`${what}, 0x and the 64 lower-case hex digits of a sha256`, /^0x[0-9a-f]{64}$/);
/** Printable, not blank at either end: control characters and lone surrogates have no place in a register. */
const line = (what: string) => form(`${what}, in at most 500 characters`, /^(?!\s)[^\p{Cc}\p{Cs}]{1,500}(?<!\s)$/u);
const instant = (what: string) => {
  const expected = `${what}, an instant from 2000 on in ISO 8601 UTC to the second, as 2025-10-31T00:00:00Z`;
  return z.iso
    .datetime({precision: 0, error: expected})
    .refine((iso) => iso >= '2000', expected)
    .describe(expected);
};
const aid = (what: string) => form(`${what}, AID wei as a whole number in text`, /^(0|[1-9]\d{0,77})$/);
const signedAid = (what: string) => form(`${what}, AID wei as a whole number in text`, /^(0|-?[1-9]\d{0,77})$/);
const usd = (what: string) =>
  form(`${what}, USD as a decimal in text with at most 18 places`, /^(0|[1-9]\d{0,41})(\.\d{1,18})?$/);
const signedRatio = (what: string) =>
  form(`${what}, a decimal in text with at most 18 places`, /^-?(0|[1-9]\d{0,17})(\.\d{1,18})?$/);
const ratio = (what: string) =>
  form(`${what}, a decimal in text with at most 18 places`, /^(0|[1-9]\d{0,17})(\.\d{1,18})?$/);
const whole = (what: string, least: number, most: number) => {
  const expected = `${what}, a whole number from ${least} to ${most}`;
  return z.number(expected).int(expected).min(least, expected).max(most, expected).describe(expected);
};
const oneOf = <const V extends readonly string[]>(values: V) => z.enum(values, `one of ${values.join(', ')}`);

/** An object with these fields and no other. */
const only = <S extends z.ZodRawShape>(shape: S) =>
  z.strictObject(shape, {error: `an object with the fields ${Object.keys(shape).join(', ')} only`});

/** A list of at least one. */
const some = <T extends z.ZodType>(item: T, what: string, most: number) => {
  const expected = `a list of 1 to ${most} ${what}`;
  return z.array(item, expected).min(1, expected).max(most, expected);
};

const payment = only({
  dueAt: instant('when the payment is due'),
  interest: aid('the interest due'),
  principal: aid('the principal due'),
});

const assetSchedule = only({
  contractual: z.boolean('true where the payments are owed by contract, false where they are expected'),
  payments: some(payment, 'payments', MOST_PAYMENTS).superRefine((payments, context) => {
    const early = payments.findIndex(({dueAt}, i) => i > 0 && dueAt <= (payments[i - 1]?.dueAt ?? ''));
    if (early > 0) refuse(context, [early, 'dueAt'], 'an instant after that of the payment before it');
  }),
});

const assetFinancials = only({
  periodStart: instant('the beginning of the period'),
  periodEnd: instant('the end of the period'),
  cashAvailable: signedAid('the cash available for debt service in the period'),
  debtService: aid('the interest and principal due in the period, or null').nullable(),
  debtToEquity: signedRatio('debt to equity, or null').nullable(),
  currentRatio: ratio('current assets to current liabilities, or null').nullable(),
}).superRefine(({periodStart, periodEnd}, context) => {
  if (periodEnd <= periodStart) refuse(context, ['periodEnd'], 'an instant after periodStart');
});

const assetParties = only({
  obligor: line('who owes the deal'),
  region: line('where the obligor is'),
  reserveRequired: aid('the cash reserve that the terms demand, or null').nullable(),
});

const slice = only({
  name: line('the name of the slice'),
  kind: form('a kind in upper case, as STABLECOIN or TBILL', /^[A-Z][A-Z0-9_]{0,31}$/),
  valueUsd: usd('the value of the slice'),
  custodian: line('who holds it, or null').nullable(),
  evidence: oneOf(EVIDENCE_CLASSES),
  settlementDays: whole('days until it can be paid out', 0, 3650),
});

const reserveStatement = only({
  totalUsd: usd('the reserves in all'),
  slices: some(slice, 'slices', MOST_SLICES).superRefine((slices, context) => {
    const again = slices.findIndex(({name}, i) => slices.findIndex((other) => other.name === name) < i);
    if (again >= 0) refuse(context, [again, 'name'], 'a name that no slice before it has');
  }),
  liabilitiesAid: aid('AID outstanding, or null').nullable(),
  accountant: line('the accountant, or null').nullable(),
  standard: line('the standard of the engagement, or null').nullable(),
});

const assetSubject = form('the id of an asset, 0x and 64 lower-case hex digits', /^0x[0-9a-f]{64}$/);
const reserveSubject = z.literal(RESERVE_SUBJECT, `"${RESERVE_SUBJECT}"`);

const report = <K extends ReportKind, S extends z.ZodType, B extends z.ZodType>(kind: K, subject: S, body: B) =>
  only({
    schema: z.literal(REPORT_SCHEMA, `"${REPORT_SCHEMA}"`),
    chainId: whole('the EIP-155 id of the home chain', 1, 2 ** 31 - 1),
    kind: z.literal(kind),
    subject,
    asOf: instant('what the statement holds for'),
    publishedAt: instant('when it was published'),
    assurance: oneOf(ASSURANCES),
    issuer: line('who states it'),
    uri: form('where the document is, a URI of http, https, ipfs or ar', /^(https?|ipfs|ar):\/\/[!-~]{1,2000}$/),
    documentHash: hash('the document behind uri'),
    corrects: hash('the id of the report that this one takes the place of').optional(),
    reason: line('why the other report is corrected').optional(),
    body,
  }).meta({id: kind});

type Context = z.core.$RefinementCtx;
const refuse = (context: Context, path: (string | number)[], message: string): void =>
  context.addIssue({code: 'custom', path, message});

/** What holds between the fields of any report. */
function checkEnvelope(value: Report, context: Context): void {
  const {asOf, publishedAt, corrects, reason} = value;
  if (reportInstant(asOf) > reportInstant(publishedAt)) refuse(context, ['publishedAt'], 'an instant not before asOf');
  if (corrects !== undefined && reason === undefined) refuse(context, ['reason'], 'why the other report is corrected');
  if (corrects === undefined && reason !== undefined)
    refuse(context, ['corrects'], 'the id of the report that reason speaks of');
  if (value.kind === 'ASSET_FINANCIALS' && reportInstant(value.body.periodEnd) > reportInstant(asOf))
    refuse(context, ['body', 'periodEnd'], 'an instant not after asOf');
  if (value.kind === 'RESERVE_STATEMENT' && value.assurance !== 'SELF_REPORTED' && value.body.accountant === null)
    refuse(context, ['body', 'accountant'], `the accountant, whom an assurance of ${value.assurance} needs`);
}

const KINDS = [
  report('ASSET_SCHEDULE', assetSubject, assetSchedule),
  report('ASSET_FINANCIALS', assetSubject, assetFinancials),
  report('ASSET_PARTIES', assetSubject, assetParties),
  report('RESERVE_STATEMENT', reserveSubject, reserveStatement),
] as const;

/** One report, as docs/attestations.md describes it. Strict: nothing is defaulted, changed or left out. */
export const reportSchema: z.ZodType<Report> = z
  .discriminatedUnion('kind', KINDS, {
    error: ({code}) =>
      code === 'invalid_union'
        ? 'one of ASSET_SCHEDULE, ASSET_FINANCIALS, ASSET_PARTIES, RESERVE_STATEMENT'
        : 'a report, which is an object',
  })
  .superRefine(checkEnvelope)
  .meta({id: 'report'});
