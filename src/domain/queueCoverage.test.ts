import {derive, known, missing} from './methodology';
import {queueCoverage, queuePressure} from './queueCoverage';
import {formatRate} from './rates';

const WAD = 10n ** 18n;

test('coverage is liquid over pending, and pressure its inverse', () => {
  const liquid = known(75n * WAD);
  expect(derive(queueCoverage(liquid, 300n * WAD), formatRate)).toEqual(known('0.25'));
  expect(derive(queuePressure(liquid, 300n * WAD), formatRate)).toEqual(known('4'));
});

test('nothing pending has no coverage, whatever is held', () => {
  expect(queueCoverage(known(5n), 0n)).toEqual(missing('NOT_APPLICABLE'));
  expect(queuePressure(known(5n), 0n)).toEqual(missing('NOT_APPLICABLE'));
});

test('nothing held is a coverage of 0, and a pressure without a number', () => {
  expect(derive(queueCoverage(known(0n), 7n), formatRate)).toEqual(known('0'));
  expect(queuePressure(known(0n), 7n)).toEqual(missing('NOT_APPLICABLE'));
});

test('liquidity that is not known keeps its reason', () => {
  expect(queueCoverage(missing('NO_OBSERVATION'), 7n)).toEqual(missing('NO_OBSERVATION'));
  expect(queuePressure(missing('NO_OBSERVATION'), 7n)).toEqual(missing('NO_OBSERVATION'));
});
