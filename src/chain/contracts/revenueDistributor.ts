import * as abi from '../../abi/revenueDistributor';
import {defineContract, on} from '../contract';
import {instant, named} from '../words';
import {ROLE_RULES} from './standard';

const KINDS = ['REVENUE', 'PASS_THROUGH'] as const;

/** Takes in the deals' revenue and pays it out by the waterfall. */
export const revenueDistributor = defineContract({
  role: 'revenueDistributor',
  abis: [abi],
  on: [
    on(abi.events.RevenueReceived, ({kind, periodStart, periodEnd, ...received}) => ({
      type: 'RevenueReceived',
      ...received,
      kind: named(KINDS, kind, 'kind of revenue'),
      periodStart: instant(periodStart),
      periodEnd: instant(periodEnd),
    })),
    on(abi.events.RevenueDistributed, (legs) => ({type: 'RevenueDistributed', ...legs})),
    on(abi.events.RevenuePaid, (paid) => ({type: 'RevenuePaid', ...paid})),
    on(abi.events.PaymentMissed, ({dueAt, ...missed}) => ({type: 'PaymentMissed', ...missed, dueAt: instant(dueAt)})),
    on(abi.events.ReserveFundDrawn, (drawn) => ({type: 'ReserveFundDrawn', ...drawn})),
    on(abi.events.FeeConfigSet, (fees) => ({type: 'FeesConfigured', ...fees})),
    ...ROLE_RULES,
  ],
});
