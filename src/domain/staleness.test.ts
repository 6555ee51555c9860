import {known, type Measured} from './methodology';
import {staleness, type Staleness} from './staleness';

const DAY = 86_400;
const NOW = 1_800_000_000;
const clocks = (valuedDays: number | null, publishedDays: number | null, heartbeatDays: number | null = 35) => ({
  valuedAt: valuedDays === null ? null : NOW - valuedDays * DAY,
  publishedAt: publishedDays === null ? null : NOW - publishedDays * DAY,
  maxAgeSeconds: 55 * DAY,
  heartbeatSeconds: heartbeatDays === null ? null : heartbeatDays * DAY,
});

const reasonsIn = (judged: Staleness) =>
  Object.values({...judged} as Readonly<Record<string, Measured<unknown>>>).map(({reason}) => reason);

test('an old valuation published again is stale by one clock and fresh by the other', () => {
  expect(staleness(clocks(60, 0), NOW)).toEqual({
    valuationAge: known(60 * DAY),
    publicationAge: known(0),
    publicationLag: known(60 * DAY),
    valuationStale: known(true),
    publicationStale: known(false),
  });
});

test('a fresh valuation may have been published too long ago', () => {
  const {valuationStale, publicationStale, publicationLag} = staleness(clocks(40, 36), NOW);
  expect([valuationStale.value, publicationStale.value, publicationLag.value]).toEqual([false, true, 4 * DAY]);
});

test('an age of exactly the limit is not stale, one second more is', () => {
  expect(staleness(clocks(55, 35), NOW)).toMatchObject({
    valuationStale: known(false),
    publicationStale: known(false),
  });
  expect(staleness(clocks(55, 35), NOW + 1)).toMatchObject({
    valuationStale: known(true),
    publicationStale: known(true),
  });
});

test('nothing published has no age; no heartbeat is promised, none is missed', () => {
  const none = staleness(clocks(null, null), NOW);
  expect(reasonsIn(none)).toEqual(Array<string>(5).fill('NO_OBSERVATION'));
  expect(staleness(clocks(1, 1, null), NOW).publicationStale.reason).toBe('NOT_APPLICABLE');
});

test('a source that is exact at every block has no clocks', () => {
  const exact = staleness({valuedAt: NOW, publishedAt: null, maxAgeSeconds: null, heartbeatSeconds: null}, NOW);
  expect(reasonsIn(exact)).toEqual(Array<string>(5).fill('NOT_APPLICABLE'));
});
