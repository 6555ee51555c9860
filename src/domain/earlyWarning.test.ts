import {earlyWarning, onScale, type Signal} from './earlyWarning';
import {known, missing} from './methodology';
import {Rate} from './rates';

const signal = (weight: number, score: string | null): Signal => ({
  name: `of ${weight}`,
  weight,
  score: score === null ? missing('STALE') : known(new Rate(score)),
});

test('the score is the mean of the signals by weight', () => {
  const answer = earlyWarning([signal(50, '10'), signal(30, '0'), signal(20, '100')]);
  expect(answer.score.value?.toFixed()).toBe('25');
  expect([answer.availableWeight, answer.missingWeight]).toEqual([100, 0]);
});

test('signals taken away one by one: the score is that of the rest, then null under 30 % of the weight', () => {
  const away = [signal(50, null), signal(30, '40'), signal(20, '100')];
  expect(earlyWarning(away).score.value?.toFixed()).toBe('64');
  expect(earlyWarning([signal(50, null), signal(30, '40'), signal(20, null)]).score.value?.toFixed()).toBe('40');
  const answer = earlyWarning([signal(50, null), signal(30, null), signal(20, '100')]);
  expect([answer.score.reason, answer.availableWeight, answer.missingWeight]).toEqual(['PARTIAL', 20, 80]);
  expect(earlyWarning([]).score.reason).toBe('PARTIAL');
});

test('a reading is placed between calm and alarm, whichever is the larger, and level beyond', () => {
  const score = (value: string, calm: string, alarm: string) =>
    onScale(known(new Rate(value)), calm, alarm).value?.toFixed();
  expect([score('1.02', '1.01', '1'), score('1.0025', '1.01', '1'), score('0.9', '1.01', '1')]).toEqual([
    '0',
    '75',
    '100',
  ]);
  expect([score('0', '0', '50'), score('20', '0', '50'), score('99', '0', '50')]).toEqual(['0', '40', '100']);
  expect(onScale(missing('STALE'), '0', '1').reason).toBe('STALE');
});
