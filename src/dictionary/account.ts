import {each, nullable, plain, typesOf, type Nulls} from './definition';

const UNNAMED: Nulls = {NOT_APPLICABLE: 'neither the labels nor the network file name the account'};
const NO_VAULT: Nulls = {NOT_APPLICABLE: 'the chain has no vault'};
const UNVALUED: Nulls = {
  ...NO_VAULT,
  NO_OBSERVATION: 'the vault was never read',
  REVERTED: 'the view reverted',
};
const UNPRICED: Nulls = {
  ...NO_VAULT,
  NO_OBSERVATION: 'some shares came at no price that was told',
  NOT_COMPUTED: 'the cost of positions is not kept',
};
const NO_YIELD: Nulls = {...UNPRICED, NO_OBSERVATION: 'no value, or no cost', REVERTED: 'the view reverted'};

const EVENTS = [
  'TokenTransferred',
  'Staked',
  'Withdrawn',
  'UnstakeRequested',
  'UnstakeFilled',
  'NavObserved',
  'RevenuePaid',
  'PaymentReferenced',
] as const;

export const accountTypes = typesOf('account', EVENTS, {
  AccountAnswer: {
    address: plain('address', 'the account asked about, in lower case'),
    ...each(nullable('-', UNNAMED), 'labelClass', 'labelName'),
    role: nullable('-', {NOT_APPLICABLE: 'no contract of the network file'}),
    ...each(plain('-'), 'balances', 'requests', 'assetTokens', 'payments'),
    shares: nullable('sAID wei', NO_VAULT),
    ...each(nullable('AID wei', UNVALUED), 'stakingValue', 'unstakingValue'),
    ...each(nullable('AID wei', UNPRICED), 'costBasis', 'realizedYield'),
    ...each(nullable('AID wei', NO_YIELD), 'unrealizedYield', 'unrealizedYieldAtExit'),
    ...each(nullable('AID wei', NO_VAULT), 'staked', 'unstaked', 'unstakePaid', 'unstakePending'),
  },
  AccountBalancePart: {
    token: plain('-'),
    address: plain('address'),
    ...each(plain('token units'), 'balance', 'received', 'sent'),
    movedAt: nullable('UTC', {NO_OBSERVATION: 'nothing of it ever moved'}),
  },
  AccountRequestPart: {
    requestId: plain('-', 'number of the request'),
    status: plain('-'),
    shares: plain('sAID wei'),
    assetsQuoted: plain('AID wei'),
    assetsPaid: plain('AID wei', 'sum of its payments'),
    assetsRemaining: plain('AID wei', 'assetsQuoted - assetsPaid'),
    requestedAt: plain('UTC', 'time of the block'),
    settledAt: nullable('UTC', {NOT_APPLICABLE: 'while it is open'}, 'time of the last payment'),
  },
  AccountRevenuePart: {
    balance: plain('token units'),
    paid: plain('AID wei'),
    count: plain('count'),
  },
});
