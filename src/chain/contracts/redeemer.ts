import * as proxy from '../../abi/proxy';
import * as abi from '../../abi/redeemer';
import {defineContract, ignore, on} from '../contract';
import {PROXY_RULES, ROLE_RULES} from './standard';

/** Burns AID for stablecoins. */
export const redeemer = defineContract({
  role: 'redeemer',
  abis: [abi, proxy],
  on: [
    on(abi.events.Redeemed, (redeemed) => ({type: 'AidRedeemed', ...redeemed})),
    ignore(abi.events.CollateralConfigured, 'terms, not money; fees are taken from the redemptions themselves'),
    ignore(abi.events.DailyRedeemLimitSet, 'a limit moves no balance'),
    ignore(abi.events.WhitelistUpdated, 'permission, not money'),
    ...ROLE_RULES,
    ...PROXY_RULES,
  ],
});
