import {changed, distributed, drawn, evidenceOf, lost, registered, returned} from '../test/dealStory';
import {cumulativeDefault, defaultHistory, lossGivenDefault, recoveryRate} from './defaults';
import type {DomainEvent} from './event';
import {known, missing} from './methodology';
import {Rate} from './rates';

const DEFAULTED = [
  ...[registered(0), changed(0, 'PENDING', 'ACTIVE'), drawn(0, 1000n), returned(30, 200n, 5n)],
  ...[changed(60, 'ACTIVE', 'LATE'), changed(90, 'LATE', 'DEFAULTED')],
];
const historyOf = (...events: DomainEvent[]) => {
  const {flows, changes} = evidenceOf(...events);
  return defaultHistory(flows, changes);
};

test('exposure is what was outstanding at the default, and what came in later is recovered', () => {
  expect(historyOf(...DEFAULTED)).toMatchObject({exposure: 800n, recovered: 0n});
  const workedOut = [...DEFAULTED, returned(120, 500n, 10n), distributed(125, 30n), lost(150, 300n, 90n)];
  expect(historyOf(...workedOut)).toMatchObject({exposure: 800n, recovered: 540n});
  expect(historyOf(...DEFAULTED.slice(0, 4))).toBeNull();
});

test('within a block the order of the records decides what was outstanding at the default', () => {
  expect(historyOf(...DEFAULTED, returned(90, 300n))).toMatchObject({exposure: 800n, recovered: 300n});
});

test('golden: of 800 at default 540 came back: LGD 0.325, once nothing is left to come', () => {
  const history = historyOf(...DEFAULTED, returned(120, 540n));
  const at = {...history, defaultedAt: 0, exposure: 800n, recovered: 540n};
  expect(lossGivenDefault([{...at, isResolved: true}]).value?.toFixed(12)).toBe('0.325000000000');
  expect(lossGivenDefault([{...at, isResolved: false}])).toEqual(missing('PARTIAL'));
  expect(recoveryRate([at])).toEqual(known(new Rate('0.675')));
});

test('without a default there is neither, and more back than was at stake is a negative loss', () => {
  expect(lossGivenDefault([])).toEqual(missing('NOT_APPLICABLE'));
  const over = {defaultedAt: 0, exposure: 100n, recovered: 110n, isResolved: true};
  expect(lossGivenDefault([over])).toEqual(known(new Rate('-0.1')));
});

test('cumulative default is what was written down of what was drawn', () => {
  expect(cumulativeDefault(5n, 200n)).toEqual(known(new Rate('0.025')));
  expect(cumulativeDefault(0n, 0n)).toEqual(missing('NOT_APPLICABLE'));
});
