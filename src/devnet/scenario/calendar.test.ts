import {UserError} from '../../domain/errors';
import {
  LAUNCH,
  MAX_BLOCKS,
  calendarOf,
  dayOf,
  heightOfDay,
  momentAt,
  monthOf,
  monthsAfter,
  timeOf,
  timestampOf,
} from './calendar';

const iso = (timestamp: number): string => new Date(timestamp * 1000).toISOString();

describe('the calendar', () => {
  it('keeps every length under the block limit, genesis counted', () => {
    for (let days = 1; days <= 2_976; days++) expect(1 + calendarOf(days).lastHeight).toBeLessThanOrEqual(MAX_BLOCKS);
  });

  it('has a block every three hours for up to a year, fewer a day for longer', () => {
    expect([365, 372, 373, 496, 497].map((days) => calendarOf(days).blocksPerDay)).toEqual([8, 8, 6, 6, 4]);
  });

  it('refuses lengths that are not whole days or do not fit', () => {
    for (const days of [0, -1, 1.5, NaN, 2_977]) expect(() => calendarOf(days)).toThrow(UserError);
  });

  it('launches at the first block of the scenario, which is on every grid of whole days', () => {
    for (const days of [365, 450, 700, 900, 1_400, 2_900]) {
      const calendar = calendarOf(days);
      expect(iso(timestampOf(calendar, 24))).toBe('2025-10-31T00:00:00.000Z');
      expect(24 % calendar.blocksPerDay).toBe(0);
      expect(momentAt(calendar, 24 + 5 * calendar.blocksPerDay)).toMatchObject({day: 5, slot: 0, fromHour: 0});
    }
  });

  it('ends a year with the last block of its 365th day', () => {
    const calendar = calendarOf(365);
    expect(iso(timestampOf(calendar, calendar.lastHeight))).toBe('2026-10-30T21:00:00.000Z');
    expect(iso(calendar.genesis)).toBe('2025-10-30T23:55:12.000Z');
  });

  it('gives timestamps that rise from block to block', () => {
    const calendar = calendarOf(3);
    for (let height = 1; height <= calendar.lastHeight; height++) {
      expect(timestampOf(calendar, height)).toBeGreaterThan(timestampOf(calendar, height - 1));
    }
  });

  it('knows the months that its days belong to', () => {
    expect(monthOf(0)).toEqual({index: 0, firstDay: -30, days: 31});
    expect(monthOf(dayOf(2026, 2, 28))).toEqual({index: 4, firstDay: dayOf(2026, 2, 1), days: 28});
    expect(iso(LAUNCH + dayOf(2026, 5, 1) * 86_400)).toBe('2026-05-01T00:00:00.000Z');
  });

  it('ends terms on the same day of the month, at the latest on the 28th', () => {
    expect(monthsAfter(dayOf(2025, 11, 27), 3)).toBe(dayOf(2026, 2, 27));
    expect(monthsAfter(dayOf(2025, 12, 31), 2)).toBe(dayOf(2026, 2, 28));
  });

  it('knows the block that stands for an hour of a day, however the days are cut', () => {
    for (const days of [365, 450, 700, 900, 1_400, 2_900]) {
      const calendar = calendarOf(days);
      for (const [day, hour] of [
        [0, 0],
        [9, 12],
        [30, 18],
      ] as const) {
        const first = heightOfDay(day, calendar.blocksPerDay);
        const heights = Array.from({length: calendar.blocksPerDay}, (_, slot) => first + slot);
        const moments = heights.map((height) => momentAt(calendar, height));
        const own = moments.find(({fromHour, toHour}) => fromHour <= hour && hour < toHour);
        expect(timeOf(momentAt(calendar, 99), day, hour)).toBe(own?.timestamp);
        expect(new Set(moments.map((moment) => moment.day))).toEqual(new Set([day]));
      }
    }
  });
});
