import {CREDIT_EVENTS} from './assets';
import {each, nullable, plain, typesOf, type Nulls} from './definition';

const NOTHING_OUT: Nulls = {NOT_APPLICABLE: 'nothing is outstanding'};
const NO_VAULT: Nulls = {
  NOT_APPLICABLE: 'the chain has no vault or no AID',
  NO_OBSERVATION: 'the vault was never seen',
};
const NO_EXIT: Nulls = {NO_OBSERVATION: 'no policy sets a wait, and no request was ever paid in full'};
const NO_DEFAULT: Nulls = {NOT_APPLICABLE: 'none defaulted, or nothing was outstanding then'};
const UNNAMED: Nulls = {PARTIAL: 'a name is not known', NOT_APPLICABLE: 'nothing is outstanding'};

const sums = {
  ...each(plain('AID wei'), 'principal', 'drawn', 'repaid', 'realizedLoss', 'outstanding', 'unrealizedLoss', 'nav'),
  ...each(plain('AID wei'), 'gross', 'passThrough', 'protocolFee', 'performanceFee', 'reserveContribution'),
  ...each(plain('AID wei'), 'netToVault', 'paidToHolders', 'dust', 'netRevenue', 'paidIn', 'distributions'),
};

const deals = typesOf('portfolio', CREDIT_EVENTS, {
  PortfolioPart: {
    ...sums,
    assetClass: plain('-'),
    ...each(plain('count'), 'assetCount', 'runningCount'),
    collateralValue: nullable('USD', {PARTIAL: 'an asset outstanding was never valued'}),
    overcollateralization: nullable('fraction', {PARTIAL: 'an asset outstanding was never valued', ...NOTHING_OUT}),
    delinquency: plain('-'),
    cumulativeDefault: nullable('fraction', {NOT_APPLICABLE: 'nothing was drawn'}),
    recoveryRate: nullable('fraction', NO_DEFAULT, 'pooled: sum of recoveries / sum of exposures'),
    lossGivenDefault: nullable('fraction', {...NO_DEFAULT, PARTIAL: 'a default is being worked out'}),
    collectionRate: nullable(
      'fraction',
      {NOT_APPLICABLE: 'nothing has fallen due by a contractual schedule'},
      'pooled',
    ),
    walYears: nullable('years', {
      PARTIAL: 'a balance has no schedule',
      NOT_APPLICABLE: 'no scheduled principal is open',
    }),
    wamYears: nullable('years', {PARTIAL: 'a balance has no maturity', ...NOTHING_OUT}),
    scheduledShare: nullable('fraction', NOTHING_OUT),
    weightedApr: nullable('fraction a year', NOTHING_OUT, 'sum of outstanding x rate / sum of outstanding'),
    ...each(nullable('multiple', {NOT_APPLICABLE: 'nothing is paid in'}), 'moic', 'dpi'),
    xirr: nullable('fraction a year', {
      NOT_APPLICABLE: 'no rate balances them, several do, or it cannot be proved that one does',
      INSUFFICIENT_HISTORY: 'the flows span less than a day',
    }),
  },
  DelinquencyPart: {
    days: plain('days'),
    amount: plain('AID wei'),
    share: nullable('fraction', {PARTIAL: 'of a balance it is not known whether it is late', ...NOTHING_OUT}),
  },
  PortfolioConcentrationPart: {
    dimension: plain('-', 'by whom what is outstanding is owed, or where'),
    ...each(nullable('fraction', UNNAMED), 'hhi', 'top1', 'top3'),
    effectiveNames: nullable('names', UNNAMED),
    unknownShare: nullable('fraction', NOTHING_OUT),
    hhiLower: nullable('fraction', NOTHING_OUT, 'sum of the squares of the known shares'),
    hhiUpper: nullable('fraction', NOTHING_OUT, '(largest + unknown)^2 + squares of the other known shares'),
    names: plain('-'),
  },
});

const EVENTS = [
  ...new Set([
    ...CREDIT_EVENTS,
    ...(['TokenTransferred', 'UnstakeRequested', 'UnstakeFilled', 'NavObserved'] as const),
  ]),
];

const vault = typesOf('portfolio', EVENTS, {
  PortfolioAnswer: {
    ...each(plain('-'), 'total', 'classes', 'concentration'),
    idle: nullable('AID wei', NO_VAULT),
    idleShare: nullable('fraction', {
      ...NO_VAULT,
      NOT_APPLICABLE: `${NO_VAULT.NOT_APPLICABLE}, or idle + outstanding is 0`,
    }),
    yieldLost: nullable('fraction a year', {
      ...NO_VAULT,
      NOT_APPLICABLE: `${NO_VAULT.NOT_APPLICABLE}, or nothing is outstanding`,
    }),
    exitYears: nullable('years', NO_EXIT),
    exitSource: nullable('-', NO_EXIT),
    mismatchYears: nullable('years', {
      ...NO_EXIT,
      PARTIAL: 'a balance has no schedule',
      NOT_APPLICABLE: 'no scheduled principal is open',
    }),
  },
  NamedSharePart: {
    name: plain('-'),
    amount: plain('AID wei'),
    share: plain('fraction'),
    navImpact: nullable('fraction', {
      NOT_APPLICABLE: 'the chain has no vault, or its total assets are 0',
      NO_OBSERVATION: 'total assets were never read',
    }),
  },
});

export const portfolioTypes = [...vault, ...deals];
