import {largestToLiquid, topShare} from './exitConcentration';
import {derive, known, missing} from './methodology';
import {formatRate} from './rates';

test('the top ten are the ten largest, wherever they stand', () => {
  const amounts = [...Array<bigint>(10).fill(1n), ...Array<bigint>(9).fill(8n), 18n];
  expect(derive(topShare(amounts), formatRate)).toEqual(known('0.9'));
  expect(derive(topShare([3n, 1n], 1), formatRate)).toEqual(known('0.75'));
  expect(derive(topShare([7n]), formatRate)).toEqual(known('1'));
});

test('nobody has a part of nothing', () => {
  expect(topShare([])).toEqual(missing('NOT_APPLICABLE'));
  expect(topShare([0n])).toEqual(missing('NOT_APPLICABLE'));
});

test('the largest request is compared with what is liquid', () => {
  expect(derive(largestToLiquid(150n, known(120n)), formatRate)).toEqual(known('1.25'));
  expect(largestToLiquid(150n, known(0n))).toEqual(missing('NOT_APPLICABLE'));
  expect(largestToLiquid(null, known(120n))).toEqual(missing('NOT_APPLICABLE'));
  expect(largestToLiquid(150n, missing('NO_OBSERVATION'))).toEqual(missing('NO_OBSERVATION'));
});
