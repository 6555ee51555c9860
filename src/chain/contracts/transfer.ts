import * as abi from '../../abi/erc20';
import {on, type Rule} from '../contract';
import {roleOf, type Network, type Role} from '../networks';

/** Sender and receiver of a movement, with the roles they play in the network. */
export const parties = (
  network: Network,
  from: string,
  to: string,
): {from: string; to: string; fromRole: Role | null; toRole: Role | null} => ({
  from,
  to,
  fromRole: roleOf(network, from),
  toRole: roleOf(network, to),
});

/** A movement of an ERC-20 of the protocol. */
export const TRANSFER_RULE: Rule = on(abi.events.Transfer, ({from, to, value}, {network}) => ({
  type: 'TokenTransferred',
  ...parties(network, from, to),
  amount: value,
  tokenId: null,
}));
