import * as abi from '../../abi/aid';
import * as proxy from '../../abi/proxy';
import {defineContract, ignore, on} from '../contract';
import {PAUSE_RULES, PROXY_RULES, ROLE_RULES} from './standard';

/** The synthetic dollar: both versions of its implementation. */
export const aid = defineContract({
  role: 'aid',
  abis: [abi, proxy],
  on: [
    on(abi.events.Transfer, ({from, to, value}) => ({
      type: 'TokenTransferred',
      from,
      to,
      amount: value,
      tokenId: null,
    })),
    on(abi.events.PaymentReferenced, ({from, to, ref, amount}) => ({
      type: 'PaymentReferenced',
      from,
      to,
      reference: ref,
      amount,
    })),
    ignore(abi.events.Approval, 'an allowance moves no assets'),
    ignore(abi.events.Initialized, 'set-up of a proxy'),
    ...ROLE_RULES,
    ...PAUSE_RULES,
    ...PROXY_RULES,
  ],
});
