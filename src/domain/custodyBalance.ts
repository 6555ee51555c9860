import {InvariantError} from './errors';
import type {EventOf} from './event';
import {balanceRowId, contractRowId} from './ids';
import {toWad} from './units';

/** What one address of custody holds of a stablecoin. */
export interface CustodyBalanceRow {
  readonly id: string;
  readonly chainId: number;
  /** Id of the ReserveComponent */
  readonly component: string;
  readonly holder: string;
  /** In the stablecoin's smallest unit */
  readonly amount: bigint;
  /** USD WAD, at par (metrics.md 3.1) */
  readonly valueUsd: bigint;
  readonly updatedHeight: number;
  readonly updatedAt: number;
}

type Moved = EventOf<'CustodyTransferred'>;

const coinOf = ({meta}: Moved): string => contractRowId(meta.chainId, meta.address);

/** The rows a movement touches: its ends that lie in custody. */
export function custodyKeys(event: Moved): string[] {
  const holders = [...(event.fromCustody ? [event.from] : []), ...(event.toCustody ? [event.to] : [])];
  return [...new Set(holders)].map((holder) => balanceRowId(coinOf(event), holder));
}

/**
 * @throws InvariantError when an address of custody would hold less than nothing
 */
export function evolveCustody(row: CustodyBalanceRow | undefined, event: Moved, id: string): CustodyBalanceRow {
  const component = coinOf(event);
  const holder = id.slice(component.length + 1);
  const sent = event.from === holder ? event.amount : 0n;
  const received = event.to === holder ? event.amount : 0n;
  const amount = (row?.amount ?? 0n) + received - sent;
  if (amount < 0n) {
    throw new InvariantError('An address of custody pays more of a stablecoin than the log saw it get.', {
      component,
      holder,
      record: event.meta.record,
      check: 'the fromBlock of the reserveAsset must not lie after the first deposit into custody',
    });
  }
  return {
    id,
    chainId: event.meta.chainId,
    component,
    holder,
    amount,
    valueUsd: toWad(amount, event.meta.decimals ?? 18),
    updatedHeight: event.meta.height,
    updatedAt: event.meta.at,
  };
}
