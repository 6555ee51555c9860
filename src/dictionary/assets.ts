import {ASSET_EVENTS} from '../domain/computeAsset';
import {CASH_FLOW_EVENTS} from '../domain/assetCashFlow';
import {each, nullable, plain, typesOf, type Nulls} from './definition';

export const CREDIT_EVENTS = [...new Set([...ASSET_EVENTS, ...CASH_FLOW_EVENTS, 'ReportAttested' as const])];

const ENDED = 'equity, or a deal that has not begun or has ended';
const NO_EVIDENCE: Nulls = {
  NOT_APPLICABLE: ENDED,
  NO_OBSERVATION: 'neither a contractual schedule nor a payment reported missed',
};
const NO_SCHEDULE: Nulls = {NO_OBSERVATION: 'no schedule is published'};
const NO_CONTRACT: Nulls = {NO_OBSERVATION: 'no contractual schedule is in force'};
const NEVER_VALUED: Nulls = {NO_OBSERVATION: 'never valued'};
const NO_DEFAULT: Nulls = {NOT_APPLICABLE: 'it never defaulted'};
const NOTHING_OUT: Nulls = {NOT_APPLICABLE: 'nothing is outstanding'};
const NOTHING_IN: Nulls = {NOT_APPLICABLE: 'nothing is paid in'};
const NO_RATIO: Nulls = {
  NO_OBSERVATION: 'no accounts, or they do not say',
  NOT_APPLICABLE: 'nothing is due in their period',
};
const NEVER: Nulls = {'-': 'never: every asset has it'};

const credit = {
  daysPastDue: nullable(
    'days',
    NO_EVIDENCE,
    'floor((asOf - due) / 86,400) of the oldest due date open, 0 where none is',
  ),
  oldestUnpaidDueAt: nullable('UTC', {...NO_EVIDENCE, NOT_APPLICABLE: `${ENDED}, or nothing is open`}),
  arrears: nullable('AID wei', NO_EVIDENCE),
  ...each(nullable('UTC', {...NO_SCHEDULE, NOT_APPLICABLE: 'ended, or nothing lies ahead'}), 'nextDueAt'),
  nextDueAmount: nullable('AID wei', {...NO_SCHEDULE, NOT_APPLICABLE: 'ended, or nothing lies ahead'}),
  collectionRate: nullable('fraction', {...NO_CONTRACT, NOT_APPLICABLE: 'nothing has fallen due'}),
  scheduleVersion: nullable('-', NO_SCHEDULE),
  scheduleReport: nullable('-', NO_SCHEDULE),
  smm: nullable(
    'fraction a month',
    {...NO_CONTRACT, NOT_APPLICABLE: 'nothing is outstanding, or there was nothing to prepay'},
    'prepaid / (opening - scheduled), over the last 365/12 days',
  ),
  cpr: nullable('fraction a year', {
    ...NO_CONTRACT,
    NOT_APPLICABLE: 'nothing is outstanding, or there was nothing to prepay',
  }),
  dscr: nullable('ratio', NO_RATIO, 'what is due is what the accounts say, else what the contractual schedule says'),
  covenants: plain('-'),
  overcollateralization: nullable('fraction', {...NOTHING_OUT, ...NEVER_VALUED}),
  advanceRate: nullable('fraction', {
    NOT_APPLICABLE: 'nothing is outstanding, or the collateral is worth nothing',
    ...NEVER_VALUED,
  }),
  cashReserve: nullable('fraction', NOTHING_OUT),
  cashReserveRequired: nullable('fraction', {...NOTHING_OUT, NO_OBSERVATION: 'no report says it'}),
  defaultedAt: nullable('UTC', NO_DEFAULT),
  exposureAtDefault: nullable('AID wei', NO_DEFAULT),
  recoveryRate: nullable('fraction', {NOT_APPLICABLE: 'it never defaulted, or nothing was outstanding then'}),
  lossGivenDefault: nullable('fraction', {
    PARTIAL: 'something is outstanding still',
    NOT_APPLICABLE: 'it never defaulted, or nothing was outstanding then',
  }),
  obligor: nullable('-', {NO_OBSERVATION: 'neither a report nor a draw names one'}),
  region: nullable('-', {NO_OBSERVATION: 'no report says it'}),
};

const money = {
  ...each(plain('AID wei'), 'netRevenue', 'principal', 'drawn', 'repaid', 'realizedLoss', 'outstanding', 'nav'),
  unrealizedLoss: plain('AID wei'),
  collateralValue: nullable('USD', NEVER_VALUED),
  collateralValuedAt: nullable('UTC', NEVER_VALUED),
  utilizationBps: nullable('bps', NEVER_VALUED),
  aprOnPrincipal: nullable(
    'fraction a year',
    {
      NO_OBSERVATION: 'before the first revenue',
      INSUFFICIENT_HISTORY: 'a period paid for ends after asOf',
      NOT_APPLICABLE: 'no principal was out',
    },
    'gross revenue / (outstanding x seconds from the first draw to the end of the last period paid) x 365 days',
  ),
  xirr: nullable('fraction a year', {
    NOT_APPLICABLE: 'no rate balances them, several do, or it cannot be proved that one does',
    INSUFFICIENT_HISTORY: 'the flows span less than a day',
  }),
  ...each(nullable('multiple', NOTHING_IN), 'moic', 'dpi'),
};

const terms = {
  ...each(plain('-'), 'assetClass', 'dealType', 'status', 'registryStatus'),
  aprBps: nullable('bps a year', NEVER),
  startAt: nullable('UTC', NEVER),
  maturityAt: nullable('UTC', {NOT_APPLICABLE: 'a deal without end'}),
  revenueToDate: nullable('-', NEVER),
  walYears: nullable(
    'years',
    {...NO_SCHEDULE, NOT_APPLICABLE: 'ended, or no scheduled principal is open'},
    'sum of open principal x seconds until due / sum of open principal / 365 days; overdue counts negative',
  ),
  maturityYears: nullable('years', {NOT_APPLICABLE: 'a deal without end'}, 'years of 365 days'),
};

export const assetTypes = [
  ...typesOf('assets', CREDIT_EVENTS, {AssetAnswer: {...credit, ...money, ...terms}}),
  ...typesOf('assets', ['ReportAttested'], {
    AssetReportPart: {statedAt: plain('UTC'), ageSeconds: plain('seconds')},
    CovenantPart: {
      ...each(plain('-'), 'name', 'side'),
      limit: plain('ratio'),
      ...each(nullable('ratio', NO_RATIO), 'value', 'headroom'),
      isBreached: nullable('-', NO_RATIO, 'headroom <= 0'),
      report: nullable('-', {NO_OBSERVATION: 'no accounts are published'}),
    },
  }),
];
