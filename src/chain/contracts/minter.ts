import * as abi from '../../abi/minter';
import * as prototype from '../../abi/minterPrototype';
import * as proxy from '../../abi/proxy';
import {InvariantError} from '../../domain/errors';
import {toWad} from '../../domain/units';
import {defineContract, ignore, on} from '../contract';
import {contractsOf, roleOf} from '../networks';
import {textOf} from '../words';
import {DESK_RULES} from './desk';
import {PROXY_RULES, ROLE_RULES} from './standard';

const asBytes32 = (text: string): string => `0x${Buffer.from(text, 'ascii').toString('hex').padEnd(64, '0')}`;
const DIRECTION = new Map([
  [asBytes32('TBILL_BUY'), 1n],
  [asBytes32('TBILL_SELL'), -1n],
]);

const PROTOTYPE = 'declared by the published prototype; limits and cooldowns move no balance';

/** Mints AID against stablecoins and holds the reserves. */
export const minter = defineContract({
  role: 'minter',
  abis: [abi, prototype, proxy],
  on: [
    on(abi.events.Minted, (minted, {network}) => ({
      type: 'AidMinted',
      ...minted,
      callerRole: roleOf(network, minted.caller),
    })),
    on(abi.events.ReserveMoved, ({asset, destination, purpose, amount}, {network}) => {
      const sign = DIRECTION.get(purpose);
      const [feed] = contractsOf(network, 'reserveFeed');
      const decimals = network.contracts.find(({address}) => address === asset)?.decimals;
      const moved = {
        type: 'ReserveMoved',
        asset,
        destination,
        purpose: textOf(purpose),
        amount,
        decimals: decimals ?? null,
      } as const;
      if (sign === undefined || feed === undefined) return moved;
      if (decimals === undefined) {
        throw new InvariantError('T-bills are bought with an asset whose decimals the network file does not give.', {
          asset,
          check: 'list it under contracts with the role reserveAsset',
        });
      }
      const bought = {
        type: 'TbillMoved',
        feed: feed.address,
        feedName: feed.name,
        feedDecimals: feed.decimals ?? 18,
        amountUsd: sign * toWad(amount, decimals),
      } as const;
      return [moved, bought];
    }),
    ...DESK_RULES,
    ignore(prototype.events.CooldownDurationSet, PROTOTYPE),
    ignore(prototype.events.MaxMintPerBlockSet, PROTOTYPE),
    ignore(prototype.events.MaxRedeemPerBlockSet, PROTOTYPE),
    ignore(prototype.events.RedemptionInitiated, 'declared by the published prototype, never emitted'),
    ignore(prototype.events.RedemptionCompleted, 'declared by the published prototype, never emitted'),
    ...ROLE_RULES,
    ...PROXY_RULES,
  ],
});
