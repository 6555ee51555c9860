import {attested, day, isoDay} from '../test/dealStory';
import {financialsFact, newestFinancials, type AssetFinancialsRow} from './assetFinancials';
import {covenants, debtServiceCover} from './covenants';
import {known, missing} from './methodology';
import {Rate} from './rates';

const accounts = (
  n: number,
  body: object = {},
  corrects: string | null = null,
  period = [0, 90],
): AssetFinancialsRow => {
  const [start = 0, end = 90] = period;
  const figures = {cashAvailable: '140', debtService: '100', debtToEquity: '0.5', currentRatio: '1.3'};
  const dates = {periodStart: isoDay(start), periodEnd: isoDay(end)};
  const statement = {kind: 'ASSET_FINANCIALS', body: {...dates, ...figures, ...body}} as const;
  const row = financialsFact(attested(n, `report ${n}`, statement, {corrects}));
  if (row === undefined) throw new Error('accounts are accounts');
  return row;
};
const schedule = [
  {dueAt: day(0), interest: 30n, principal: 0n},
  {dueAt: day(45), interest: 30n, principal: 20n},
  {dueAt: day(90), interest: 30n, principal: 1000n},
];

test('DSCR is cash available over what is due: from the report, else the schedule of [start, end)', () => {
  expect(debtServiceCover(accounts(91), null)).toEqual(known(new Rate('1.4')));
  expect(debtServiceCover(accounts(91, {debtService: null}), schedule)).toEqual(known(new Rate('1.75')));
  expect(debtServiceCover(accounts(91, {cashAvailable: '-50'}), null)).toEqual(known(new Rate('-0.5')));
});

test('nothing due has no DSCR, and nobody who says so neither', () => {
  expect(debtServiceCover(accounts(91, {debtService: '0'}), schedule)).toEqual(missing('NOT_APPLICABLE'));
  expect(debtServiceCover(accounts(91, {debtService: null}), null)).toEqual(missing('NO_OBSERVATION'));
  expect(debtServiceCover(null, schedule)).toEqual(missing('NO_OBSERVATION'));
});

test('headroom is the distance to the limit; at the limit, or beyond it, a covenant is broken', () => {
  const read = (body: object) =>
    covenants(accounts(91, body), null).map(({name, headroom, isBreached}) => [
      name,
      headroom.value?.toFixed() ?? headroom.reason,
      isBreached.value,
    ]);
  expect(read({})).toEqual([
    ['DSCR', '0.05', false],
    ['DEBT_TO_EQUITY', '0.15', false],
    ['CURRENT_RATIO', '0.1', false],
  ]);
  expect(read({cashAvailable: '135', debtToEquity: '0.7', currentRatio: null})).toEqual([
    ['DSCR', '0', true],
    ['DEBT_TO_EQUITY', '-0.05', true],
    ['CURRENT_RATIO', 'NO_OBSERVATION', null],
  ]);
  expect(covenants(null, null).every(({isBreached}) => isBreached.reason === 'NO_OBSERVATION')).toBe(true);
});

test('the accounts of the latest period count, even where an older one is published or corrected later', () => {
  const [spring, summer] = [accounts(91), accounts(181, {cashAvailable: '9'}, null, [90, 180])];
  const corrected = accounts(200, {cashAvailable: '1'}, 'report 91');
  const reports = [spring, summer, corrected];
  expect(newestFinancials(reports, day(90))).toBeNull();
  expect(newestFinancials(reports, day(100))).toBe(spring);
  expect(newestFinancials(reports, day(300))).toBe(summer);
  expect(newestFinancials([spring, corrected], day(300))).toBe(corrected);
  expect(newestFinancials([spring, corrected], day(199))).toBe(spring);
});
