import {each, nullable, plain, typesOf, type Nulls} from './definition';

const NO_SUPPLY: Nulls = {NOT_APPLICABLE: 'a supply of 0'};
const NO_MONTH: Nulls = {INSUFFICIENT_HISTORY: 'the 30 days begin before the first block held'};
const NO_VAULT: Nulls = {NOT_APPLICABLE: 'another token than AID, or the chain has no vault'};
const UNIT = 'token units';

const EVENTS = ['TokenTransferred', 'PaymentReferenced', 'NavObserved'] as const;

export const usageTypes = typesOf('usage', EVENTS, {
  UsageAnswer: {
    token: plain('-'),
    address: plain('address'),
    ...each(plain(UNIT), 'supply', 'defi', 'paid', 'idle'),
    ...each(plain('-'), 'holdings', 'payments30d', 'paymentsToDate'),
    staked: nullable('AID wei', NO_VAULT),
    stakedShare: nullable('fraction', {NOT_APPLICABLE: `${NO_VAULT.NOT_APPLICABLE}, or a supply of 0`}),
    ...each(nullable('fraction', NO_SUPPLY), 'defiShare', 'paidShare', 'idleShare', 'hhi', 'top10Share'),
    defiBehindSaid: nullable('AID wei', {
      ...NO_VAULT,
      NO_OBSERVATION: 'the vault was never read',
      REVERTED: 'the view of its book reverted',
    }),
    volume30d: nullable(UNIT, NO_MONTH),
    meanSupply30d: nullable(UNIT, NO_MONTH, 'sum of supply x seconds / seconds'),
    velocity: nullable('turns in 30 days', {...NO_MONTH, NOT_APPLICABLE: 'there was no supply'}, 'the mean unfloored'),
    ...each(
      nullable('accounts', {INSUFFICIENT_HISTORY: 'the window begins before the first block held'}),
      'activeAccounts1d',
      'activeAccounts7d',
      'activeAccounts30d',
    ),
    holderCount: plain('accounts'),
    effectiveHolders: nullable('accounts', NO_SUPPLY),
  },
  UsagePoint: {
    ...each(plain(UNIT), 'volume', 'paymentVolume'),
    ...each(plain('accounts'), 'activeAccounts', 'payerCount'),
    paymentCount: plain('count'),
    payments: plain('-'),
  },
  ClassHoldingPart: {
    ...each(plain('-'), 'class', 'accounts'),
    amount: plain(UNIT),
    share: nullable('fraction', NO_SUPPLY),
  },
  AccountHoldingPart: {
    address: plain('address', 'the account'),
    name: plain('-'),
    amount: plain(UNIT),
  },
  ServicePaymentsPart: {
    address: plain('address', 'the AI service'),
    name: plain('-'),
    count: plain('count', 'transfers of more than 0, without mints and transfers to itself'),
    ...each(plain(UNIT), 'volume', 'referencedVolume'),
    payers: plain('accounts'),
    referencedCount: plain('count'),
  },
});
