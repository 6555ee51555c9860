import {InvariantError} from '../domain/errors';
import {instant, instantOrNever, named, readable, textOf} from './words';

test('text that PostgreSQL cannot keep is made readable, and nothing else changes', () => {
  expect(readable('a\0b')).toBe('a\uFFFDb');
  expect(readable('https://gaib.ai/deals/1')).toBe('https://gaib.ai/deals/1');
  expect(textOf(`0x${Buffer.from('LEGAL').toString('hex').padEnd(64, '0')}`)).toBe('LEGAL');
  expect(textOf(`0x4c0041${'00'.repeat(29)}`)).toBe('L\uFFFDA');
});

test('an instant beyond every date is never, where never is allowed, and refused where it is not', () => {
  expect(instantOrNever(2n ** 64n - 1n)).toBeNull();
  expect(instantOrNever(1_793_318_400n)).toBe(1_793_318_400);
  expect(() => instant(2n ** 64n - 1n)).toThrow(InvariantError);
  expect(new Date(instant(8_640_000_000_000n) * 1000).getTime()).not.toBeNaN();
});

test('a code without a name is refused, not guessed', () => {
  expect(named(['REVENUE', 'PASS_THROUGH'], 1, 'kind')).toBe('PASS_THROUGH');
  expect(() => named(['REVENUE', 'PASS_THROUGH'], 7, 'kind')).toThrow(InvariantError);
});
