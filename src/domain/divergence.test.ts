import {divergence} from './divergence';

test('two readings of 1002 and 1000 lie 0.2 % apart, whichever is the larger', () => {
  expect(divergence(1002n, 1000n).value?.toFixed()).toBe('0.002');
  expect(divergence(998n, 1000n).value?.toFixed()).toBe('0.002');
});

test('readings of opposite sign lie more than the whole apart', () => {
  expect(divergence(-10n, 1000n).value?.toFixed()).toBe('1.01');
  expect(divergence(10n, -1000n).value?.toFixed()).toBe('1.01');
});

test('two readings of nothing agree; something against nothing has no measure', () => {
  expect(divergence(0n, 0n).value?.toFixed()).toBe('0');
  expect(divergence(1n, 0n).reason).toBe('NOT_APPLICABLE');
});
