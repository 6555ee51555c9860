import {inAid, percent} from './summary';

test.each([
  [0n, '0.00'],
  [1_234_567_890_000_000_000_000_000n, '1,234,567.89'],
  [999_999_999_999_999_999n, '0.99'],
  [-5_000_000_000_000_000_000n, '-5.00'],
])('%s wei is %s AID', (amount, shown) => {
  expect(inAid(amount)).toBe(shown);
});

test.each([
  ['0.1185', '11.85 %'],
  ['-0.00019', '-0.01 %'],
  ['1', '100.00 %'],
  ['12.3', '1230.00 %'],
  [null, null],
])('%s is %s', (fraction, shown) => {
  expect(percent(fraction)).toBe(shown);
});
