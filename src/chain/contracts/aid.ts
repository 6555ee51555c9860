import * as abi from '../../abi/aid';
import * as proxy from '../../abi/proxy';
import {defineContract, ignore, on} from '../contract';
import {PAUSE_RULES, PROXY_RULES, ROLE_RULES} from './standard';
import {TRANSFER_RULE} from './transfer';

/** The synthetic dollar: both versions of its implementation. */
export const aid = defineContract({
  role: 'aid',
  abis: [abi, proxy],
  on: [
    TRANSFER_RULE,
    on(abi.events.PaymentReferenced, ({from, to, ref, amount}) => ({
      type: 'PaymentReferenced',
      from,
      to,
      reference: ref,
      amount,
    })),
    on(abi.events.FlashMinted, (minted) => ({type: 'FlashMinted', ...minted})),
    on(abi.events.AddedToDenyList, ({accounts}) => ({type: 'DenyListChanged', accounts, denied: true})),
    on(abi.events.RemovedFromDenyList, ({accounts}) => ({type: 'DenyListChanged', accounts, denied: false})),
    ignore(abi.events.Approval, 'an allowance moves no assets'),
    ...ROLE_RULES,
    ...PAUSE_RULES,
    ...PROXY_RULES,
  ],
});
