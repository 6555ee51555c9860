import {CHAIN_ID, SAID, timeOf} from '../test/given';
import {
  MILLION,
  navOf,
  opened,
  par,
  reading,
  realized,
  recognized,
  staked,
  tell,
  unstaked,
  updated,
  withdrawn,
} from '../test/vaultStory';
import {contractRowId} from './ids';
import {isStep} from './navMark';

/** The book after a gain of one per cent. */
const gained = {totalAssets: MILLION + MILLION / 100n, totalShares: MILLION};

test('an explicit mark is a mark, also when it reaffirms the NAV', () => {
  const mark = updated({epoch: 1n, ...par}, {height: 5});
  const {vault, marks} = tell(...opened, mark);
  expect(marks).toMatchObject([
    {
      id: mark.meta.record,
      vault: contractRowId(CHAIN_ID, SAID.address),
      ordinal: 1,
      kind: 'NAV_UPDATED',
      provenance: 'EVENT',
      epoch: 1n,
      ...par,
      unrealizedLoss: 0n,
      stakingNav: navOf(MILLION, MILLION),
      effectiveHeight: 5,
      at: timeOf(5),
      height: 5,
      txHash: mark.meta.txHash,
    },
  ]);
  expect(vault).toMatchObject({markCount: 1, lastMarkAt: timeOf(5), lastMarkRecord: mark.meta.record});
});

test('a silent step is a mark at the block that made it, recorded at the block that found it', () => {
  const found = reading(gained, {height: 64, effectiveHeight: 60});
  const {vault, marks} = tell(...opened, found, reading(gained, {height: 64}));
  expect(marks).toMatchObject([
    {
      ordinal: 1,
      kind: 'OBSERVED',
      provenance: 'BLOCK_READ',
      epoch: null,
      totalAssets: gained.totalAssets,
      stakingNav: navOf(gained.totalAssets, MILLION),
      effectiveHeight: 60,
      at: timeOf(60),
      height: 64,
      txHash: null,
      record: found.meta.record,
    },
  ]);
  expect(vault).toMatchObject({markCount: 1, lastMarkAt: timeOf(60), navHeight: 64});
});

test('a silent loss is a mark too', () => {
  const {marks} = tell(...opened, reading({totalAssets: MILLION / 2n, totalShares: MILLION}, {height: 8}));
  expect(marks).toMatchObject([{kind: 'OBSERVED', effectiveHeight: 8, stakingNav: navOf(MILLION / 2n, MILLION)}]);
});

test('deposits make no mark, however large, wherever the rounding falls', () => {
  const uneven = {totalAssets: 1_070_000_000_000_000_000_007n, totalShares: 1_000_000_000_000_000_000_003n};
  const assets = 3_333_333_333_333_333_333n;
  const shares = (assets * (uneven.totalShares + 1n)) / (uneven.totalAssets + 1n);
  const after = {totalAssets: uneven.totalAssets + assets, totalShares: uneven.totalShares + shares};
  const {marks} = tell(
    ...staked(uneven.totalAssets, uneven.totalShares),
    reading(uneven),
    ...staked(assets, shares, {height: 2}),
    reading(after, {height: 2}),
    reading(after, {height: 32}),
  );
  expect(marks).toEqual([]);
});

test('an exit through a loss gap lifts the NAV of those who stay, and is no mark', () => {
  const gap = {...par, unrealizedLoss: MILLION / 10n};
  const shares = MILLION / 4n;
  const quoted = (shares * (MILLION - gap.unrealizedLoss + 1n)) / (MILLION + 1n);
  const after = {...gap, totalAssets: MILLION - quoted, totalShares: MILLION - shares};
  const {vault, marks} = tell(
    ...opened,
    recognized(0n, gap.unrealizedLoss, {height: 2}),
    updated({epoch: 2n, ...gap}, {height: 2, logIndex: 1}),
    reading(gap, {height: 2}),
    ...unstaked(shares, quoted, {height: 3}),
    reading(after, {height: 3}),
    reading(after, {height: 32}),
  );
  expect(vault?.stakingNav).toBeGreaterThan(navOf(MILLION, MILLION));
  expect(marks.map(({kind, height}) => [kind, height])).toEqual([['NAV_UPDATED', 2]]);
});

test('an exit at once is no mark', () => {
  const after = {totalAssets: MILLION - 100n, totalShares: MILLION - 100n};
  expect(tell(...opened, ...withdrawn(100n, 100n, {height: 2}), reading(after, {height: 2})).marks).toEqual([]);
});

test('grid readings that show no change make no mark', () => {
  const {vault, marks} = tell(...opened, ...[32, 64, 96].map((height) => reading(par, {height})));
  expect(marks).toEqual([]);
  expect(vault).toMatchObject({markCount: 0, navHeight: 96, navAt: timeOf(96)});
});

test('a mark and the reading of its block are one mark, and the readings after it none', () => {
  const {marks} = tell(
    ...opened,
    updated({epoch: 1n, ...gained}, {height: 5}),
    reading(gained, {height: 5}),
    reading(gained, {height: 32}),
  );
  expect(marks).toMatchObject([{kind: 'NAV_UPDATED', effectiveHeight: 5}]);
});

test('what else moves the NAV in the block of an explicit mark is part of that mark', () => {
  const later = {totalAssets: MILLION + MILLION / 50n, totalShares: MILLION};
  const {marks} = tell(
    ...opened,
    updated({epoch: 1n, ...par}, {height: 5}),
    reading(later, {height: 5}),
    reading(later, {height: 32}),
  );
  expect(marks).toMatchObject([{kind: 'NAV_UPDATED', effectiveHeight: 5}]);
});

test('a deposit in the block of a mark does not hide or repeat it', () => {
  const after = {totalAssets: gained.totalAssets + 500n, totalShares: MILLION + 495n};
  const {marks} = tell(
    ...opened,
    updated({epoch: 1n, ...gained}, {height: 5}),
    ...staked(500n, 495n, {height: 5, logIndex: 1}),
    reading(after, {height: 5}),
  );
  expect(marks).toHaveLength(1);
});

test('a silent step before a block with logs and an explicit mark in it are two marks', () => {
  const explicit = {totalAssets: MILLION + MILLION / 50n, totalShares: MILLION};
  const {vault, marks} = tell(
    ...opened,
    reading(gained, {height: 9, effectiveHeight: 7}),
    updated({epoch: 1n, ...explicit}, {height: 9}),
    reading(explicit, {height: 9}),
  );
  expect(marks.map(({ordinal, kind, effectiveHeight}) => [ordinal, kind, effectiveHeight])).toEqual([
    [1, 'OBSERVED', 7],
    [2, 'NAV_UPDATED', 9],
  ]);
  expect(vault?.markCount).toBe(2);
});

test('a loss written off is one mark: the one its event announces', () => {
  const book = {totalAssets: MILLION - MILLION / 20n, totalShares: MILLION};
  const {marks} = tell(
    ...opened,
    realized(MILLION / 20n, {height: 4}),
    updated({epoch: 3n, ...book}, {height: 4, logIndex: 1}),
    reading(book, {height: 4}),
  );
  expect(marks).toMatchObject([{kind: 'NAV_UPDATED', height: 4}]);
});

test('the first reading is no mark: there is nothing it could differ from', () => {
  expect(tell(reading(par)).marks).toEqual([]);
});

test('a change below one ten-millionth of what the flows explain is no step', () => {
  const changes = [10_000_001n, 9_999_999n, 10_000_000n].map((observed) => isStep(10_000_000n, observed));
  expect([...changes, isStep(10_000_001n, 10_000_002n), isStep(0n, 0n)]).toEqual([true, true, false, false, false]);
});
