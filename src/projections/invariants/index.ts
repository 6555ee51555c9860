import type {Invariant} from './invariant';
import {causes, explained} from './issuance';
import {custody, deniedAccounts, payouts, waterfall} from './money';
import {cycles, pending, queueBook, requests} from './queue';
import {holdings, supply} from './token';
import {identity, navOrder, shareFlows, shares} from './vault';

export type {Invariant};

/** ▣ Every law that is checked while blocks are indexed. */
export const INVARIANTS: readonly Invariant[] = [
  supply,
  holdings,
  causes,
  explained,
  shares,
  shareFlows,
  identity,
  navOrder,
  requests,
  pending,
  queueBook,
  cycles,
  custody,
  waterfall,
  payouts,
  deniedAccounts,
];
