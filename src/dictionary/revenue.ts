import {each, plain, typesOf} from './definition';

export const revenueTypes = typesOf('revenue', ['RevenueDistributed'], {
  RevenueAnswer: {
    periodStart: plain('UTC', 'first instant of the period'),
    periodEnd: plain('UTC', 'first instant after the period'),
    gross: plain('AID wei', 'sum of the revenue of the distributions in [periodStart, periodEnd)'),
    passThrough: plain('AID wei', 'costs that go on to the service provider'),
    protocolFee: plain('AID wei', 'to the treasury'),
    performanceFee: plain('AID wei', 'to the treasury'),
    reserveContribution: plain('AID wei', 'set aside against losses'),
    netToVault: plain('AID wei', "the vault's part of the net by token balance, without dust"),
    paidToHolders: plain('AID wei', 'the net part of holders other than the vault'),
    ...each(plain('AID wei'), 'dust', 'residual'),
    currency: plain('-', 'always AID'),
  },
});
