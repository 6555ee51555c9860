import * as abi from '../../abi/erc20';
import {defineContract, ignore, on} from '../contract';
import {custodyOf} from '../networks';

/** A stablecoin of the reserves: only its movements from and to custody are ours to count. */
export const reserveAsset = defineContract({
  role: 'reserveAsset',
  abis: [abi],
  on: [
    on(abi.events.Transfer, ({from, to, value}, {network}) => {
      const custody = custodyOf(network);
      const fromCustody = custody.includes(from);
      const toCustody = custody.includes(to);
      if (!fromCustody && !toCustody) return undefined;
      return {type: 'CustodyTransferred', from, to, amount: value, fromCustody, toCustody};
    }),
    ignore(abi.events.Approval, 'an allowance moves no assets'),
  ],
});
