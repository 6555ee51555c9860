import type {Subject} from '../subject';
import {assets} from './assets';
import {contracts} from './contracts';
import {custody} from './custody';
import {cycles} from './cycles';
import {feeds} from './feeds';
import {holdings} from './holdings';
import {queue} from './queue';
import {redeemers} from './redeemers';
import {revenue} from './revenue';
import {roles} from './roles';
import {vault} from './vault';

/** ▣ What an audit compares with the chain, in the order of its report. */
export const SUBJECTS: readonly Subject[] = [
  holdings,
  custody,
  feeds,
  vault,
  queue,
  cycles,
  assets,
  revenue,
  roles,
  contracts,
  redeemers,
];
