import fc from 'fast-check';
import {bpsHours, episodesAt, NO_WATCH, pegPrice, takePrint, type PegRules} from './pegEpisode';
import {PEG_TERMS, type Print} from './pegPrice';

const HOUR = 3600;
const MINUTE = 60;
const RULES: PegRules = {terms: PEG_TERMS, maxAgeOf: () => 24 * HOUR};
const ALONE: PegRules = {...RULES, terms: {...PEG_TERMS, minSources: 1}};
const T0 = 1_800_000_000;

/** A price of so many bps off a dollar, at so many minutes. */
const print = (source: string, minute: number, bps: number): Print => ({
  source,
  priceUsd: BigInt(10_000 + bps) * 10n ** 14n,
  pricedAt: T0 + minute * MINUTE,
  at: T0 + minute * MINUTE,
});
const watched = (prints: readonly Print[], rules = RULES) =>
  prints.reduce((watch, one) => takePrint(watch, one, rules), NO_WATCH);
const after = (prints: readonly Print[], minute: number, rules = RULES) =>
  episodesAt(watched(prints, rules), T0 + minute * MINUTE, rules).map((episode) => ({
    start: (episode.startedAt - T0) / MINUTE,
    confirmed: (episode.confirmedAt - T0) / MINUTE,
    peak: [episode.peakBps, (episode.peakAt - T0) / MINUTE],
    end: episode.endedAt === null ? null : (episode.endedAt - T0) / MINUTE,
    hours: bpsHours(episode).toFixed(),
    agreeing: episode.sourcesAgreeing,
  }));

const PATH = [
  ...[print('a', 0, 0), print('b', 0, 0)],
  ...[print('a', 60, -120), print('b', 60, -120)],
  ...[print('a', 80, -240), print('b', 80, -240)],
  ...[print('a', 140, -60), print('b', 140, -60)],
  ...[print('a', 200, -20), print('b', 200, -20)],
  ...[print('a', 210, -10), print('b', 220, -10)],
];

test('golden: a path off the peg gives its exact start, peak, end and integral', () => {
  expect(after(PATH, 300)).toEqual([
    {start: 60, confirmed: 80, peak: [-240, 80], end: 200, hours: `${-120 / 3 - 240 - 60}`, agreeing: 2},
  ]);
});

test('as of an instant within it the episode is what was known there', () => {
  expect(after(PATH.slice(0, 4), 79)).toEqual([]);
  expect(after(PATH.slice(0, 6), 110)).toEqual([
    {start: 60, confirmed: 80, peak: [-240, 80], end: null, hours: '-160', agreeing: 2},
  ]);
  expect(after(PATH.slice(0, 11), 215)).toMatchObject([{end: null}]);
});

test('a spike of one answer opens nothing, however long it stands', () => {
  expect(after([print('a', 0, 0), print('a', 10, -500), print('a', 200, 0)], 300, ALONE)).toEqual([]);
  const beside = [print('a', 0, 0), print('b', 0, 0), print('a', 10, -500), print('b', 60, 0), print('b', 120, 0)];
  expect(after(beside, 130)).toEqual([]);
});

test('an answer that recovers before the hold is over starts the hold again', () => {
  const prints = [0, -150, 0, -150, -150].map((bps, i) => print('a', i * 10, bps));
  expect(after(prints, 45, ALONE)).toEqual([]);
  expect(after([...prints, print('a', 45, -150)], 50, ALONE)).toMatchObject([{start: 30, confirmed: 45}]);
});

test('an episode ends where its recovery began, once the hold is over; a relapse keeps it open', () => {
  const off = [print('a', 0, -150), print('a', 20, -150)];
  const relapse = [...off, print('a', 30, -10), print('a', 40, -60), print('a', 50, -10)];
  expect(after([...relapse, print('a', 60, -10)], 60, ALONE)).toMatchObject([{end: null}]);
  expect(after([...relapse, print('a', 65, -10)], 65, ALONE)).toMatchObject([{end: 50}]);
});

test('a recovery that rests on one odd answer is confirmed by no other', () => {
  const off = [print('a', 0, -300), print('b', 0, -300), print('a', 20, -300), print('b', 20, -300)];
  const odd = [...off, print('a', 40, 260), print('b', 60, -300)];
  expect(after(odd, 61)).toMatchObject([{end: null}]);
  expect(after([...odd, print('a', 70, -300), print('b', 80, -10), print('a', 80, -10)], 80)).toMatchObject([
    {end: null, peak: [-300, 0]},
  ]);
});

test('a deviation above the peg is an episode with a positive peak and integral', () => {
  expect(after([print('a', 0, 120), print('a', 30, 120)], 60, ALONE)).toMatchObject([
    {start: 0, peak: [120, 0], hours: '120'},
  ]);
});

test('a price that crosses to the other side begins anew', () => {
  expect(after([print('a', 0, 120), print('a', 10, -120), print('a', 20, -120)], 21, ALONE)).toEqual([]);
});

test('time without enough fresh sources has no price, counts nowhere and confirms nothing', () => {
  const rules = {...RULES, maxAgeOf: () => HOUR};
  const prints = [print('a', 0, -200), print('b', 0, -200), print('a', 30, -200)];
  const watch = watched(prints, rules);
  expect(pegPrice(watch, T0 + HOUR, rules).value?.toFixed()).toBe('0.98');
  expect(pegPrice(watch, T0 + HOUR + 1, rules).reason).toBe('PARTIAL');
  expect(pegPrice(watch, T0 + 2 * HOUR, rules).reason).toBe('STALE');
  const [episode] = episodesAt(watch, T0 + 5 * HOUR, rules);
  expect(episode?.bpsSeconds).toBe(-200 * (HOUR + 1));
});

test('asking at any instants in between changes nothing', () => {
  const minutes = fc.uniqueArray(fc.nat(400), {maxLength: 30}).map((all) => all.sort((a, b) => a - b));
  fc.assert(
    fc.property(minutes, fc.array(fc.integer({min: -300, max: 300}), {minLength: 30, maxLength: 30}), (times, bps) => {
      const prints = times.map((minute, i) => print(i % 2 === 0 ? 'a' : 'b', minute, bps[i] ?? 0));
      const rules = {...RULES, maxAgeOf: () => 2 * HOUR};
      const whole = watched(prints, rules);
      const halting = prints.reduce((watch, one) => {
        episodesAt(watch, one.at, rules);
        return takePrint(watch, one, rules);
      }, NO_WATCH);
      const end = T0 + 500 * MINUTE;
      expect(episodesAt(halting, end, rules)).toEqual(episodesAt(whole, end, rules));
      for (const episode of episodesAt(whole, end, rules)) {
        expect(Math.abs(episode.peakBps)).toBeGreaterThanOrEqual(PEG_TERMS.openBps);
        expect(episode.confirmedAt - episode.startedAt).toBeGreaterThanOrEqual(PEG_TERMS.holdSeconds);
        if (episode.endedAt !== null && episode.closedAt !== null) {
          expect(episode.endedAt).toBeGreaterThan(episode.startedAt);
          expect(episode.closedAt - episode.endedAt).toBeGreaterThanOrEqual(PEG_TERMS.holdSeconds);
        }
      }
    }),
  );
});
