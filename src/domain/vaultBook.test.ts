import {AID, ALICE, assetIdOf, DISTRIBUTOR, event, movement, SAID, timeOf, type Place} from '../test/given';
import {MILLION, navOf, par, reading, realized, staked, unstaked, updated} from '../test/vaultStory';
import type {EventOf} from './event';
import {ZERO_ADDRESS} from './ids';
import {priceFact, type NavPriceRow} from './navPrice';
import {reconciliationFact, type NavReconciliationRow} from './navReconciliation';
import {WAD} from './units';
import {bookKeys, evolveBook, type BookEvent, type VaultBookRow} from './vaultBook';

const aid = (from: string, to: string, amount: bigint, place?: Place): BookEvent =>
  event('TokenTransferred', movement(from, to, amount), {by: AID, ...place});

const paidIn = (amount: bigint, place?: Place): BookEvent => aid(DISTRIBUTOR.address, SAID.address, amount, place);

const accruing = (accruedIncome: bigint | null, seen: EventOf<'NavObserved'>): BookEvent => ({...seen, accruedIncome});

const OPENED: BookEvent[] = [
  aid(ALICE, SAID.address, MILLION),
  ...(staked(MILLION, MILLION) as BookEvent[]),
  accruing(0n, reading(par)),
];

interface Told {
  readonly book: VaultBookRow | undefined;
  readonly checks: NavReconciliationRow[];
  readonly prices: NavPriceRow[];
}

function tell(...story: readonly BookEvent[]): Told {
  let book: VaultBookRow | undefined;
  const told: Told = {book, checks: [], prices: []};
  for (const one of [...OPENED, ...story]) {
    for (const id of bookKeys(one)) book = evolveBook(book, one, id);
    const price = one.type === 'NavMarked' || one.type === 'NavObserved' ? priceFact(one, book) : undefined;
    const check = one.type === 'NavObserved' ? reconciliationFact(one, book) : undefined;
    if (price !== undefined) told.prices.push(price);
    if (check !== undefined) told.checks.push(check);
  }
  return {...told, book};
}

test('only the vault’s own shares and AID move its book', () => {
  expect(bookKeys(aid(ALICE, ZERO_ADDRESS, 1n))).toEqual([]);
  expect(bookKeys(aid(SAID.address, SAID.address, 1n))).toHaveLength(1);
  expect(bookKeys(event('TokenTransferred', movement(SAID.address, ALICE, 1n, 5n), {by: DISTRIBUTOR}))).toEqual([]);
});

test('a deposit is in the book at once; revenue waits for the mark', () => {
  expect(tell().book).toMatchObject({heldAssets: MILLION, bookAssets: MILLION, waitingAssets: 0n});
  expect(tell(paidIn(70n, {height: 2})).book).toMatchObject({bookAssets: MILLION, waitingAssets: 70n});
});

test('a mark takes in what waited; the rest of its change is accrued income, and the identity holds', () => {
  const marked = {totalAssets: MILLION + 100n, totalShares: MILLION};
  const {book, checks} = tell(
    paidIn(70n, {height: 2}),
    updated({epoch: 1n, ...marked}, {height: 3}),
    accruing(30n, reading(marked, {height: 3})),
  );
  expect(book).toMatchObject({waitingAssets: 0n, lastKind: 'MARK', lastChange: 100n, lastAbsorbed: 70n});
  expect(checks).toMatchObject([
    {totalAssets: MILLION + 100n, held: MILLION + 70n, accrued: 30n, waiting: 0n, residual: 0n, effectiveHeight: 3},
  ]);
});

test('what comes after the mark in its block waits for the next one', () => {
  const marked = {totalAssets: MILLION + 70n, totalShares: MILLION};
  const {checks} = tell(
    paidIn(70n, {height: 3}),
    updated({epoch: 1n, ...marked}, {height: 3, logIndex: 1}),
    paidIn(5n, {height: 3, logIndex: 2}),
    accruing(0n, reading(marked, {height: 3})),
  );
  expect(checks).toMatchObject([{held: MILLION + 75n, waiting: 5n, residual: 0n}]);
});

test('a book that does not add up leaves a residual, and one whose accrual is unknown has none', () => {
  const marked = {totalAssets: MILLION + 100n, totalShares: MILLION};
  const story = (accrued: bigint | null): BookEvent[] => [
    updated({epoch: 1n, ...marked}, {height: 3}),
    accruing(accrued, reading(marked, {height: 3})),
  ];
  expect(tell(...story(60n)).checks).toMatchObject([{accrued: 60n, residual: 40n}]);
  expect(tell(...story(null)).checks).toMatchObject([{accrued: null, residual: null}]);
});

test('a write-off lowers the book by what the reserve does not cover, and leaves the rest of the cash waiting', () => {
  const written = {totalAssets: MILLION - 60n, totalShares: MILLION};
  const drawn = event('CapitalDeployed', {assetId: assetIdOf('GPU-1'), destination: ALICE, amount: 500n}, {height: 2});
  const {book, checks} = tell(
    aid(SAID.address, ZERO_ADDRESS, 500n, {height: 2}),
    drawn,
    paidIn(45n, {height: 3}),
    {...realized(100n, {height: 4}), coveredByReserve: 40n},
    updated({epoch: 1n, ...written}, {height: 4, logIndex: 1}),
    accruing(0n, reading(written, {height: 4})),
  );
  expect(book).toMatchObject({
    ...{bookAssets: MILLION - 60n, outstandingAssets: 400n, waitingAssets: 5n, untoldLoss: 0n},
    ...{lastKind: 'LOSS_MARK', lastChange: -60n, lastAbsorbed: -60n},
  });
  expect(checks).toMatchObject([{outstanding: 400n, waiting: 5n, residual: 0n}]);
});

test('a mark that shows in the accrued income alone takes in what waited all the same', () => {
  const {book, checks} = tell(
    accruing(70n, reading({totalAssets: MILLION + 70n, totalShares: MILLION}, {height: 2})),
    paidIn(70n, {height: 3}),
    accruing(0n, reading({totalAssets: MILLION + 70n, totalShares: MILLION}, {height: 4})),
  );
  expect(book).toMatchObject({waitingAssets: 0n, lastChange: 0n, lastAbsorbed: 70n, lastKind: 'MARK'});
  expect(checks.map(({residual}) => residual)).toEqual([0n, 0n]);
});

test('a step found later is checked with the book of its own block', () => {
  const stepped = {totalAssets: MILLION + 10n * WAD, totalShares: MILLION};
  const {checks, prices} = tell(
    accruing(10n * WAD, reading(stepped, {effectiveHeight: 5, height: 9})),
    ...(unstaked(100n, 100n, {height: 9}) as BookEvent[]),
    accruing(10n * WAD, reading({totalAssets: stepped.totalAssets - 100n, totalShares: MILLION - 100n}, {height: 9})),
  );
  expect(checks).toMatchObject([{effectiveHeight: 5, at: timeOf(5), height: 9, residual: 0n}]);
  expect(prices.map(({effectiveHeight, height}) => [effectiveHeight, height])).toEqual([
    [1, 1],
    [5, 9],
    [9, 9],
  ]);
});

test('an exit is owed until it is paid; a loan is outstanding until it is repaid', () => {
  const filled = event(
    'UnstakeFilled',
    {requestId: 1n, owner: ALICE, cycleId: 0n, assetsPaid: 40n, assetsRemaining: 60n},
    {height: 3},
  );
  const returned = event('CapitalReturned', {assetId: assetIdOf('GPU-1'), principal: 30n, income: 7n}, {height: 4});
  const {book} = tell(
    ...(unstaked(100n, 100n, {height: 2}) as BookEvent[]),
    aid(SAID.address, ALICE, 40n, {height: 3}),
    filled,
    event('CapitalDeployed', {assetId: assetIdOf('GPU-1'), destination: ALICE, amount: 50n}, {height: 3}),
    aid(SAID.address, ZERO_ADDRESS, 50n, {height: 3}),
    aid(ZERO_ADDRESS, SAID.address, 37n, {height: 4}),
    returned,
  );
  expect(book).toMatchObject({owedAssets: 60n, outstandingAssets: 20n, waitingAssets: 7n, heldAssets: MILLION - 53n});
});

test('a price row is written when either NAV changes, and only then; a view that reverts is a change to null', () => {
  const gap = {totalAssets: MILLION, totalShares: MILLION, unrealizedLoss: MILLION / 10n};
  const {prices} = tell(
    reading(par, {height: 2}),
    reading(gap, {height: 3}),
    event('NavObserved', {...reading(gap, {height: 4}), unstakingNav: null}, {height: 4}),
    event('NavObserved', {...reading(gap, {height: 5}), unstakingNav: null}, {height: 5}),
  );
  expect(prices).toMatchObject([
    {effectiveHeight: 1, stakingNav: navOf(MILLION, MILLION), totalShares: MILLION, provenance: 'BLOCK_READ'},
    {effectiveHeight: 3, unstakingNav: navOf(MILLION - MILLION / 10n, MILLION)},
    {effectiveHeight: 4, unstakingNav: null},
  ]);
});
