import {each, nullable, plain, typesOf} from './definition';

const EVENTS = ['RevenueDistributed', 'RevenuePaid', 'TokenTransferred'] as const;

export const payoutTypes = typesOf('payouts', EVENTS, {
  PayoutsAnswer: {distributions: plain('-')},
  DistributionPart: {
    epoch: plain('-'),
    ...each(plain('AID wei'), 'net', 'dust', 'residual'),
    expectedDust: plain('AID wei', 'net - sum of floor(net x balance / supply)'),
    supply: plain('token units', 'balances just before the record of the distribution, added up'),
    isDustBounded: plain('-'),
    payouts: plain('-', 'where nobody holds the token all of net is expected for the vault'),
  },
  PayoutPart: {
    holder: plain('address'),
    balance: plain('token units'),
    expected: plain('AID wei'),
    observed: nullable('AID wei', {NO_OBSERVATION: 'something is expected, and the distributor said nothing'}),
  },
});
