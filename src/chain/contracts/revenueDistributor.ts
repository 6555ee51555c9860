import * as abi from '../../abi/revenueDistributor';
import {defineContract, ignore, on} from '../contract';
import {ROLE_RULES} from './standard';

/** Takes in the deals' revenue and pays it out by the waterfall. */
export const revenueDistributor = defineContract({
  role: 'revenueDistributor',
  abis: [abi],
  on: [
    on(abi.events.RevenueReceived, ({kind, periodStart, periodEnd, ...received}) => ({
      type: 'RevenueReceived',
      ...received,
      kind: kind === 1 ? 'PASS_THROUGH' : 'REVENUE',
      periodStart: Number(periodStart),
      periodEnd: Number(periodEnd),
    })),
    on(abi.events.RevenueDistributed, (legs) => ({type: 'RevenueDistributed', ...legs})),
    on(abi.events.RevenuePaid, (paid) => ({type: 'RevenuePaid', ...paid})),
    on(abi.events.PaymentMissed, ({dueAt, ...missed}) => ({type: 'PaymentMissed', ...missed, dueAt: Number(dueAt)})),
    on(abi.events.ReserveFundDrawn, (drawn) => ({type: 'ReserveFundDrawn', ...drawn})),
    ignore(abi.events.FeeConfigSet, 'terms, not money; fees are the legs of each distribution'),
    ...ROLE_RULES,
  ],
});
