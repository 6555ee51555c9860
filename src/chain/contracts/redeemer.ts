import * as proxy from '../../abi/proxy';
import * as abi from '../../abi/redeemer';
import {defineContract, on} from '../contract';
import {DESK_RULES} from './desk';
import {PROXY_RULES, ROLE_RULES} from './standard';

/** Burns AID for stablecoins. */
export const redeemer = defineContract({
  role: 'redeemer',
  abis: [abi, proxy],
  on: [
    on(abi.events.Redeemed, (redeemed) => ({type: 'AidRedeemed', ...redeemed})),
    on(abi.events.DailyRedeemLimitSet, (limits) => ({type: 'RedeemLimitSet', ...limits})),
    ...DESK_RULES,
    ...ROLE_RULES,
    ...PROXY_RULES,
  ],
});
