import {ALICE, CHAIN_ID, FEED, MINTER, REDEEMER, USDC, USDT, event, given, timeOf, type Speaker} from '../test/given';
import type {EventOf} from './event';
import {contractRowId} from './ids';
import {
  componentKey,
  evolveComponent,
  evolveState,
  reportFact,
  type ReserveComponentRow,
  type ReserveStateRow,
} from './reserve';
import type {TokenRow} from './token';
import {WAD} from './units';

const USD = WAD;

const custody = (direction: 'in' | 'out' | 'inside', amount: bigint, by: Speaker = USDC, height = 1) =>
  event(
    'CustodyTransferred',
    {
      from: direction === 'in' ? ALICE : MINTER.address,
      to: direction === 'in' ? MINTER.address : direction === 'out' ? ALICE : REDEEMER.address,
      amount,
      fromCustody: direction !== 'in',
      toCustody: direction !== 'out',
    },
    {by, height},
  );

const bought = (amountUsd: bigint, height: number): EventOf<'TbillMoved'> =>
  event('TbillMoved', {feed: FEED.address, feedName: FEED.name, feedDecimals: 8, amountUsd}, {height});

const answered = (roundId: bigint, valueUsd: bigint, valuationAt: number, height: number): EventOf<'ReserveAnswered'> =>
  event('ReserveAnswered', {roundId, valueUsd, valuationAt}, {height});

test('a stablecoin in custody counts at par, in its own decimals', () => {
  given(evolveComponent, custody('in', 2_000_000n))
    .when(custody('out', 500_000n, USDC, 9))
    .then({
      id: contractRowId(CHAIN_ID, USDC.address),
      kind: 'STABLECOIN',
      name: 'USDC',
      decimals: 6,
      amount: 1_500_000n,
      valueUsd: (3n * USD) / 2n,
      reportedUsd: null,
      updatedHeight: 9,
      updatedAt: timeOf(9),
    });
});

test('what moves between two places of custody stays in the reserves', () => {
  given(evolveComponent, custody('in', 7n)).when(custody('inside', 7n)).then({amount: 7n});
});

test('more leaving custody than arrived is refused', () => {
  given(evolveComponent, custody('in', 7n))
    .when(custody('out', 8n))
    .thenRefused('More of a stablecoin leaves custody than the log saw arrive.');
  given(evolveComponent).when(custody('out', 1n)).thenRefused('fromBlock');
});

test('before the first report the T-bill leg has moves but no value', () => {
  given(evolveComponent)
    .when(bought(100n * USD, 1), bought(-30n * USD, 2))
    .then({
      id: contractRowId(CHAIN_ID, FEED.address),
      kind: 'TBILL',
      name: FEED.name,
      decimals: 8,
      amount: null,
      reportedUsd: null,
      valuationAt: null,
      publishedAt: null,
      valueUsd: null,
      pendingMoves: [
        {at: timeOf(1), amount: `${100n * USD}`},
        {at: timeOf(2), amount: `${-30n * USD}`},
      ],
    });
});

test('a report takes over the moves up to its own valuation and leaves the later ones pending', () => {
  given(evolveComponent, bought(100n * USD, 1), bought(50n * USD, 2), bought(20n * USD, 3))
    .when(answered(1n, 151n * USD, timeOf(2), 10))
    .then({
      reportedUsd: 151n * USD,
      valuationAt: timeOf(2),
      publishedAt: timeOf(10),
      pendingMoves: [{at: timeOf(3), amount: `${20n * USD}`}],
      valueUsd: 171n * USD,
    });
});

test('after a report, purchases and sales move the value at once', () => {
  given(evolveComponent, answered(1n, 100n * USD, timeOf(1), 2))
    .when(bought(20n * USD, 3), bought(-45n * USD, 4))
    .then({valueUsd: 75n * USD, reportedUsd: 100n * USD, valuationAt: timeOf(1), publishedAt: timeOf(2)});
});

test('a later report of the same instant corrects the value and keeps the moves since', () => {
  given(evolveComponent, answered(1n, 100n * USD, timeOf(5), 6), bought(20n * USD, 7))
    .when(answered(2n, 90n * USD, timeOf(5), 8))
    .then({
      reportedUsd: 90n * USD,
      valueUsd: 110n * USD,
      valuationAt: timeOf(5),
      publishedAt: timeOf(8),
      pendingMoves: [{at: timeOf(7), amount: `${20n * USD}`}],
    });
});

test('a next report forgets the moves it has seen', () => {
  given(evolveComponent, answered(1n, 100n * USD, timeOf(5), 6), bought(20n * USD, 7))
    .when(answered(2n, 121n * USD, timeOf(9), 12))
    .then({valueUsd: 121n * USD, pendingMoves: []});
});

test('purchases and reports of one feed meet in one row', () => {
  expect(componentKey(bought(1n, 1))).toBe(componentKey(answered(1n, 1n, 1, 1)));
  expect(componentKey(custody('in', 1n, USDC))).not.toBe(componentKey(custody('in', 1n, USDT)));
});

test('every report stays as a fact, with the instant of the valuation and that of the publication', () => {
  const report = answered(3n, 5n * USD, timeOf(1), 9);
  expect(reportFact(report)).toMatchObject({
    id: report.meta.record,
    component: componentKey(report),
    roundId: 3n,
    valueUsd: 5n * USD,
    valuationAt: timeOf(1),
    publishedAt: timeOf(9),
  });
});

test("a chain's reserves are the sum of the component values that are known", () => {
  const component = (id: string, valueUsd: bigint | null) => ({id, valueUsd}) as ReserveComponentRow;
  const aid = {totalSupply: 9n * USD} as TokenRow;
  const at = custody('in', 1n);
  const first = evolveState(undefined, at, {component: component('a', 2n * USD)});
  expect(first).toMatchObject({liabilities: 0n, reservesUsd: 2n * USD, componentValues: {a: `${2n * USD}`}});
  const second = evolveState(first, at, {component: component('b', null)});
  expect(second).toMatchObject({reservesUsd: 2n * USD, componentValues: {a: `${2n * USD}`}});
  const third = evolveState(second, at, {component: component('b', 3n * USD)});
  const fourth = evolveState(third, at, {aid});
  const fifth: ReserveStateRow = evolveState(fourth, at, {component: component('a', 0n)});
  expect(fifth).toMatchObject({
    liabilities: 9n * USD,
    reservesUsd: 3n * USD,
    componentValues: {a: '0', b: `${3n * USD}`},
  });
  expect(first.componentValues).toEqual({a: `${2n * USD}`});
});
