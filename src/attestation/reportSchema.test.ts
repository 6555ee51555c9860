import {UserError} from '../domain/errors';
import {REPORTS} from '../test/attested';
import {parseReports} from './reportFile';

const {ASSET_SCHEDULE, ASSET_FINANCIALS, ASSET_PARTIES, RESERVE_STATEMENT} = REPORTS;

const refusalOf = (content: unknown): string => {
  try {
    parseReports(content, 'report.json');
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  throw new Error('accepted');
};

const schedule = (body: object) => ({...ASSET_SCHEDULE, body: {...ASSET_SCHEDULE.body, ...body}});
const payments = (...changes: object[]) =>
  schedule({payments: changes.map((change, i) => ({...ASSET_SCHEDULE.body.payments[i], ...change}))});
const financials = (body: object) => ({...ASSET_FINANCIALS, body: {...ASSET_FINANCIALS.body, ...body}});
const statement = (body: object) => ({...RESERVE_STATEMENT, body: {...RESERVE_STATEMENT.body, ...body}});
const slices = (...changes: object[]) =>
  statement({slices: changes.map((change, i) => ({...RESERVE_STATEMENT.body.slices[i], ...change}))});
const parties = (change: object) => ({...ASSET_PARTIES, ...change});
const without = (report: object, field: string) =>
  Object.fromEntries(Object.entries(report).filter(([key]) => key !== field));

test('slices that do not add up to the total are taken as they are stated: their reader judges it', () => {
  expect(parseReports(statement({totalUsd: '24735440'}), 'f')).toHaveLength(1);
});

test('losses are negative: cash that was burnt and equity below nothing are taken', () => {
  expect(parseReports(financials({cashAvailable: '-1', debtToEquity: '-2.5'}), 'f')).toHaveLength(1);
});

test.each<[string, unknown, string]>([
  ['nothing', null, 'the document is null, expected a report, which is an object'],
  ['an empty array', [], 'the file is [], expected one report or several in an array'],
  ['the second of an array', [ASSET_PARTIES, 7], 'report.json, report 2: the document is 7, expected a report'],
  ['another schema', parties({schema: 'gaib-squid/report/2'}), 'field schema is "gaib-squid/report/2", expected "gaib'],
  ['an unknown kind', parties({kind: 'RUMOUR'}), 'field kind is "RUMOUR", expected one of ASSET_SCHEDULE, ASSET_FIN'],
  ['no kind', without(ASSET_PARTIES, 'kind'), 'field kind is missing, expected one of ASSET_SCHEDULE'],
  ['no body', without(ASSET_PARTIES, 'body'), 'field body is missing, expected an object with the fields obligor, reg'],
  ['a body of another kind', parties({body: ASSET_SCHEDULE.body}), 'field body.obligor is missing, expected who owes'],
  ['an unknown field', parties({note: 'x'}), 'note is not known, expected an object with the fields schema, chainId,'],
  ['an unknown field of a body', schedule({note: 'x'}), 'body.note is not known, expected an object with the fields'],
  ['a chain id in text', parties({chainId: '1'}), 'field chainId is "1", expected the EIP-155 id of the home chain'],
  ['a chain id too large', parties({chainId: 2 ** 31}), 'field chainId is 2147483648, expected the EIP-155 id'],
  ['a short asset id', parties({subject: '0x12'}), 'field subject is "0x12", expected the id of an asset, 0x and 64'],
  [
    'an asset id in upper case',
    parties({subject: `0x${'AA'.repeat(32)}`}),
    'expected the id of an asset, 0x and 64 low',
  ],
  ['reserves of an asset', {...RESERVE_STATEMENT, subject: ASSET_PARTIES.subject}, 'expected "AID".'],
  [
    'a date',
    parties({asOf: '2025-10-31'}),
    'field asOf is "2025-10-31", expected what the statement holds for, an inst',
  ],
  ['parts of a second', parties({asOf: '2025-10-31T00:00:00.5Z'}), 'field asOf is "2025-10-31T00:00:00.5Z", expected'],
  ['another time zone', parties({asOf: '2025-10-31T00:00:00+02:00'}), 'expected what the statement holds for, an inst'],
  ['a day that does not exist', parties({asOf: '2025-02-30T00:00:00Z'}), 'field asOf is "2025-02-30T00:00:00Z", exp'],
  ['the year 0', parties({asOf: '0000-01-01T00:00:00Z'}), 'field asOf is "0000-01-01T00:00:00Z", expected'],
  [
    'a publication before its instant',
    parties({publishedAt: '2025-10-30T23:59:59Z'}),
    'expected an instant not before',
  ],
  [
    'an unknown assurance',
    parties({assurance: 'HIGH'}),
    'field assurance is "HIGH", expected one of SELF_REPORTED, AGR',
  ],
  ['no issuer', parties({issuer: ''}), 'field issuer is "", expected who states it, in at most 500 characters'],
  ['a blank before the issuer', parties({issuer: ' GAIB'}), 'field issuer is " GAIB", expected who states it'],
  ['a control character', parties({issuer: 'GA\u0000IB'}), 'expected who states it'],
  ['half a character', parties({issuer: 'GA\ud800IB'}), 'expected who states it'],
  ['a script for a URI', parties({uri: 'javascript:alert(1)'}), 'expected where the document is, a URI of http, https'],
  [
    'a short hash',
    parties({documentHash: '0xd0'}),
    'field documentHash is "0xd0", expected the document behind uri, 0x',
  ],
  [
    'a correction without a reason',
    parties({corrects: `0x${'1'.repeat(64)}`}),
    'field reason is missing, expected why',
  ],
  ['a reason without a correction', parties({reason: 'x'}), 'field corrects is missing, expected the id of the report'],
  [
    'a null that should be absent',
    parties({corrects: null, reason: 'x'}),
    'field corrects is null, expected the id of',
  ],
])('%s is refused', (_case, content, message) => {
  const refused = refusalOf(content);
  expect(refused).toContain(message);
  expect(refused).toMatch(/^report\.json[^\n]*\.$/);
});

const NEGATIVE = ', AID wei as a whole number in text';

test.each<[string, unknown, string]>([
  ['a schedule without payments', schedule({payments: []}), 'field body.payments is [], expected a list of 1 to 1000'],
  ['a contract in text', schedule({contractual: 'yes'}), 'field body.contractual is "yes", expected true where'],
  ['an amount as a number', payments({interest: 5}), `field body.payments[0].interest is 5, expected the interest due`],
  ['an amount with places', payments({interest: '1.5'}), `interest is "1.5", expected the interest due${NEGATIVE}`],
  ['an amount in hex', payments({interest: '0x10'}), `interest is "0x10", expected the interest due${NEGATIVE}`],
  ['a negative payment', payments({principal: '-1'}), `principal is "-1", expected the principal due${NEGATIVE}`],
  ['an amount with a zero before it', payments({principal: '01'}), 'principal is "01", expected the principal due'],
  [
    'payments of one instant',
    payments({}, {dueAt: '2025-12-01T00:00:00Z'}),
    'field body.payments[1].dueAt is "2025-12-01T00:00:00Z", expected an instant after that of the payment before it',
  ],
  ['payments out of order', payments({}, {dueAt: '2025-11-30T00:00:00Z'}), 'body.payments[1].dueAt is "2025-11-30T00'],
  ['a period backwards', financials({periodEnd: '2025-07-01T00:00:00Z'}), 'expected an instant after periodStart'],
  ['a period that is not over', financials({periodEnd: '2025-10-31T00:00:01Z'}), 'expected an instant not after asOf'],
  [
    'a figure left out',
    financials({debtService: undefined}),
    'field body.debtService is missing, expected the interest',
  ],
  ['negative debt service', financials({debtService: '-1'}), 'expected the interest and principal due in the period'],
  ['a ratio as a number', financials({currentRatio: 1.3}), 'field body.currentRatio is 1.3, expected current assets'],
  ['a ratio with 19 places', financials({currentRatio: `1.${'3'.repeat(19)}`}), 'a decimal in text with at most 18 pl'],
  ['no obligor', parties({body: {region: 'SG', reserveRequired: null}}), 'field body.obligor is missing, expected who'],
  ['no slices', statement({slices: []}), 'field body.slices is [], expected a list of 1 to 100 slices'],
  ['a negative slice', slices({valueUsd: '-5'}), 'field body.slices[0].valueUsd is "-5", expected the value of the sl'],
  ['a negative total', statement({totalUsd: '-5'}), 'field body.totalUsd is "-5", expected the reserves in all, USD'],
  ['USD with a thousands mark', slices({valueUsd: '1,000'}), 'valueUsd is "1,000", expected the value of the slice'],
  ['two slices of one name', slices({}, {name: 'US Treasury bills'}), 'expected a name that no slice before it has'],
  ['a kind in lower case', slices({kind: 'tbill'}), 'kind is "tbill", expected a kind in upper case, as STABLECOIN'],
  ['unknown evidence', slices({evidence: 'HEARSAY'}), 'evidence is "HEARSAY", expected one of INDEPENDENT, STATIC_VAL'],
  ['half a day', slices({settlementDays: 0.5}), 'settlementDays is 0.5, expected days until it can be paid out'],
  [
    'an assurance that nobody gave',
    statement({accountant: null}),
    'field body.accountant is null, expected the accountant, whom an assurance of LIMITED needs',
  ],
])('%s is refused', (_case, content, message) => {
  const refused = refusalOf(content);
  expect(refused).toContain(message);
  expect(refused).toMatch(/^report\.json[^\n]*\.$/);
});
