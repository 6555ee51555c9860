import {UserError} from '../../domain/errors';

/** 2025-10-31T00:00:00Z, the launch of AID and sAID; unix seconds. */
export const LAUNCH = Date.UTC(2025, 9, 31) / 1000;
export const SECONDS_PER_DAY = 86_400;
/** A year of 365 days, in seconds. */
export const SECONDS_PER_YEAR = 365 * SECONDS_PER_DAY;
/** Blocks before the launch, genesis not counted; the launch is the next one, a multiple of every possible `blocksPerDay`. */
export const SETUP_BLOCKS = 23;
export const SECONDS_PER_SETUP_BLOCK = 12;
/** anvil keeps the newest 3,610 states: a chain whose history is to be read stays below. */
export const MAX_BLOCKS = 3_000;
const BLOCKS_PER_DAY = [8, 6, 4, 3, 2, 1];
const LONGEST = MAX_BLOCKS - SETUP_BLOCKS - 1;

/** How the scenario's days are cut into blocks. */
export interface Calendar {
  readonly days: number;
  readonly blocksPerDay: number;
  readonly secondsPerBlock: number;
  /** Unix seconds of block 0. */
  readonly genesis: number;
  /** Height of the last block of the scenario. */
  readonly lastHeight: number;
}

/** One block of the scenario, seen from the calendar (UTC). */
export interface Moment {
  readonly height: number;
  readonly timestamp: number;
  /** Days since the launch, from 0. */
  readonly day: number;
  /** Position in the day, from 0. */
  readonly slot: number;
  /** The hours of the day that this block stands for: [fromHour, toHour). */
  readonly fromHour: number;
  readonly toHour: number;
  readonly month: Month;
  /** From 1. */
  readonly dayOfMonth: number;
}

/** A calendar month of the scenario. */
export interface Month {
  /** 0 is October 2025. */
  readonly index: number;
  /** Day (since the launch) of its first day; negative for October 2025. */
  readonly firstDay: number;
  readonly days: number;
}

/** @throws UserError when `days` is not a whole number from 1 to what fits under the block limit at one block a day */
export function calendarOf(days: number): Calendar {
  const blocksPerDay = BLOCKS_PER_DAY.find((count) => 1 + SETUP_BLOCKS + days * count <= MAX_BLOCKS);
  if (!Number.isInteger(days) || days < 1 || blocksPerDay === undefined) {
    throw new UserError(`--days must be a whole number from 1 to ${LONGEST}, not ${days}.`);
  }
  return {
    days,
    blocksPerDay,
    secondsPerBlock: SECONDS_PER_DAY / blocksPerDay,
    genesis: LAUNCH - (SETUP_BLOCKS + 1) * SECONDS_PER_SETUP_BLOCK,
    lastHeight: SETUP_BLOCKS + days * blocksPerDay,
  };
}

/** The timestamp of a block, in unix seconds: every 12 s before the launch, evenly through the days from then on. */
export function timestampOf(calendar: Calendar, height: number): number {
  const sinceLaunch = height - SETUP_BLOCKS - 1;
  return LAUNCH + sinceLaunch * (sinceLaunch < 0 ? SECONDS_PER_SETUP_BLOCK : calendar.secondsPerBlock);
}

/** The time of the block that stands for an hour of a day, in the cut of days that a moment belongs to. */
export function timeOf({fromHour, toHour}: Pick<Moment, 'fromHour' | 'toHour'>, day: number, hour: number): number {
  const hours = toHour - fromHour;
  return startOfDay(day) + Math.floor(hour / hours) * hours * 3600;
}

/** The height of the first block of a day. */
export function heightOfDay(day: number, blocksPerDay: number): number {
  return SETUP_BLOCKS + 1 + day * blocksPerDay;
}

/** The block of this height, which is not one of the set-up. Heights after the scenario's last block go on as before. */
export function momentAt(calendar: Calendar, height: number): Moment {
  const sinceLaunch = height - SETUP_BLOCKS - 1;
  const day = Math.floor(sinceLaunch / calendar.blocksPerDay);
  const slot = sinceLaunch % calendar.blocksPerDay;
  const hours = 24 / calendar.blocksPerDay;
  const month = monthOf(day);
  return {
    height,
    timestamp: timestampOf(calendar, height),
    day,
    slot,
    fromHour: slot * hours,
    toHour: (slot + 1) * hours,
    month,
    dayOfMonth: day - month.firstDay + 1,
  };
}

/** The month that a day of the scenario belongs to. */
export function monthOf(day: number): Month {
  const date = new Date((LAUNCH + day * SECONDS_PER_DAY) * 1000);
  return monthAt((date.getUTCFullYear() - 2025) * 12 + date.getUTCMonth() - 9);
}

/** The month of this index; 0 is October 2025. */
export function monthAt(index: number): Month {
  const firstDay = dayOf(2025, 10 + index, 1);
  return {index, firstDay, days: dayOf(2025, 11 + index, 1) - firstDay};
}

/** Days from the launch to a date; months above 12 run into the next years. */
export function dayOf(year: number, month: number, day: number): number {
  return (Date.UTC(year, month - 1, day) / 1000 - LAUNCH) / SECONDS_PER_DAY;
}

/** The same day `months` later, at most the 28th: the day (since the launch) a term ends. */
export function monthsAfter(day: number, months: number): number {
  const month = monthOf(day);
  const target = monthAt(month.index + months);
  return target.firstDay + Math.min(day - month.firstDay, 27);
}

/** Unix seconds at the start of a day of the scenario. */
export function startOfDay(day: number): number {
  return LAUNCH + day * SECONDS_PER_DAY;
}
