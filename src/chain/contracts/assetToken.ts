import * as abi from '../../abi/assetToken';
import {defineContract, ignore, on} from '../contract';
import {ROLE_RULES} from './standard';
import {parties} from './transfer';

/** The single deals as one ERC-1155 whose id is the asset id. */
export const assetToken = defineContract({
  role: 'assetToken',
  abis: [abi],
  on: [
    on(abi.events.TransferSingle, ({from, to, id, value}, {network}) => ({
      type: 'TokenTransferred',
      ...parties(network, from, to),
      amount: value,
      tokenId: id,
    })),
    on(abi.events.TransferBatch, ({from, to, ids, values}, {network}) =>
      ids.map(
        (tokenId, k) =>
          ({type: 'TokenTransferred', ...parties(network, from, to), amount: values[k] ?? 0n, tokenId}) as const,
      ),
    ),
    ignore(abi.events.PrincipalRepaid, 'the vault says the same in CapitalReturned'),
    ignore(abi.events.ApprovalForAll, 'an allowance moves no assets'),
    ignore(abi.events.URI, 'a document, not money'),
    ...ROLE_RULES,
  ],
});
