import {heightOfDay, dayOf} from './scenario/calendar';

type From<T> = readonly (T & {readonly fromBlock: number})[];

/** By what terms the numbers of a local chain are judged, versioned by block. Basis points: 10000 is all of it. */
export interface NetworkParameters {
  readonly haircuts: From<{readonly component: string; readonly bps: number}>;
  readonly settlement: From<{readonly component: string; readonly days: number}>;
  readonly mintMargin: From<{readonly mode: string; readonly value: string}>;
  readonly navBand: From<{readonly maxApyBps: number; readonly toleranceBps: number; readonly discountBps: number}>;
  readonly buffer: From<{
    readonly targetBps: number;
    readonly stressLossBps: number;
    readonly stressOutflowBps: number;
  }>;
  readonly queuePolicies: From<{readonly policy: string; readonly maxDays: number}>;
  readonly markCadence: From<{readonly days: number; readonly graceDays: number}>;
  readonly priceDeviation: {
    readonly minSources: number;
    readonly openBps: number;
    readonly closeBps: number;
    readonly holdSeconds: number;
  };
}

/** T-bills are marked down by less once their reports have come in time for four months. */
const LOWER_HAIRCUT = dayOf(2026, 3, 1);
/** A deviation must outlast the single print of one feed, which comes twice a day. */
const HOLD_SECONDS = 86_400;
/** The cycle of the stress month is the first that is paid pro rata; the one before it is settled on the day before. */
const PRO_RATA_SINCE = dayOf(2026, 6, 2);
/** The longest that a request can wait for its cycle's settlement: asked on the first of a month, paid on that of the next but one. */
const LONGEST_WAIT_DAYS = 62;

/** @param blocksPerDay how the days of the chain's calendar are cut */
export function parametersOf(blocksPerDay: number): NetworkParameters {
  return {
    haircuts: [
      {fromBlock: 0, component: 'STABLECOIN', bps: 0},
      {fromBlock: 0, component: 'TBILL', bps: 200},
      {fromBlock: heightOfDay(LOWER_HAIRCUT, blocksPerDay), component: 'TBILL', bps: 50},
    ],
    settlement: [
      {fromBlock: 0, component: 'STABLECOIN', days: 0},
      {fromBlock: 0, component: 'TBILL', days: 2},
    ],
    mintMargin: [{fromBlock: 0, mode: 'POSITIVE_PERCENTAGE', value: '10'}],
    navBand: [{fromBlock: 0, maxApyBps: 2000, toleranceBps: 25, discountBps: 100}],
    buffer: [{fromBlock: 0, targetBps: 3000, stressLossBps: 300, stressOutflowBps: 2000}],
    queuePolicies: [
      {fromBlock: 0, policy: 'FIFO', maxDays: LONGEST_WAIT_DAYS},
      {fromBlock: heightOfDay(PRO_RATA_SINCE, blocksPerDay), policy: 'PRO_RATA', maxDays: LONGEST_WAIT_DAYS},
    ],
    markCadence: [{fromBlock: 0, days: 30, graceDays: 5}],
    priceDeviation: {minSources: 2, openBps: 100, closeBps: 50, holdSeconds: HOLD_SECONDS},
  };
}
