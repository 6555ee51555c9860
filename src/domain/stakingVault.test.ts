import {AID, ALICE, CHAIN_ID, SAID, assetIdOf, event, given, movement, timeOf} from '../test/given';
import {
  MILLION,
  mint,
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
import {contractRowId, ZERO_ADDRESS} from './ids';
import {evolveVault, vaultKeys} from './stakingVault';
import {WAD} from './units';

test('only movements of the vault’s own shares touch the vault', () => {
  const moved = movement(ZERO_ADDRESS, ALICE, 1n);
  expect(vaultKeys(event('TokenTransferred', moved, {by: AID}))).toEqual([]);
  expect(vaultKeys(event('TokenTransferred', moved, {by: SAID}))).toEqual([contractRowId(CHAIN_ID, SAID.address)]);
});

test('before the first reading or mark the NAV is unknown, not zero', () => {
  given(evolveVault, ...staked(1000n, 1000n))
    .when()
    .then({
      totalShares: 1000n,
      cumulativeStaked: 1000n,
      totalAssets: null,
      stakingNav: null,
      unstakingNav: null,
      unrealizedLoss: null,
      expectedAssets: null,
      navAt: null,
      lastMarkAt: null,
      markCount: 0,
    });
});

test('shares follow mints and burns of the share token', () => {
  given(evolveVault, mint(100n))
    .when(
      event('TokenTransferred', movement(ALICE, ZERO_ADDRESS, 30n), {by: SAID}),
      event('TokenTransferred', movement(ALICE, SAID.address, 30n), {by: SAID}),
    )
    .then({totalShares: 70n});
});

test('requests are owed until they are filled', () => {
  const filled = (assetsPaid: bigint, assetsRemaining: bigint) =>
    event('UnstakeFilled', {requestId: 1n, owner: ALICE, cycleId: 0n, assetsPaid, assetsRemaining});
  const history = [...staked(1000n, 1000n), ...unstaked(100n, 99n)];
  given(evolveVault, ...history)
    .when()
    .then({
      totalShares: 900n,
      pendingAssets: 99n,
      pendingRequests: 1,
      cumulativeUnstaked: 99n,
      cumulativePaid: 0n,
    });
  given(evolveVault, ...history)
    .when(filled(90n, 9n))
    .then({pendingAssets: 9n, pendingRequests: 1, cumulativePaid: 90n});
  given(evolveVault, ...history)
    .when(filled(90n, 9n), filled(9n, 0n))
    .then({pendingAssets: 0n, pendingRequests: 0});
  given(evolveVault, ...history)
    .when(filled(100n, 0n))
    .thenRefused('The unstake queue pays more than is owed.');
});

test('an exit at once is asked and paid', () => {
  given(evolveVault, ...staked(1000n, 1000n))
    .when(...withdrawn(100n, 101n))
    .then({totalShares: 900n, cumulativeUnstaked: 101n, cumulativePaid: 101n, pendingAssets: 0n, pendingRequests: 0});
});

test('capital and losses add up over the life of the vault', () => {
  const assetId = assetIdOf('GPU-1');
  const deployed = event('CapitalDeployed', {assetId, destination: ALICE, amount: 500n});
  const returned = event('CapitalReturned', {assetId, principal: 100n, income: 7n});
  given(evolveVault, deployed, deployed, returned).when(returned, realized(50n)).then({
    cumulativeDeployed: 1000n,
    cumulativePrincipalReturned: 200n,
    cumulativeIncomeReturned: 14n,
    cumulativeRealizedLoss: 50n,
  });
});

test('an explicit mark sets the book and both NAVs as of its own block', () => {
  given(evolveVault, ...staked(1000n, 1000n))
    .when(updated({epoch: 4n, totalAssets: 1100n, totalShares: 1000n, unrealizedLoss: 50n}, {height: 9}))
    .then({
      totalAssets: 1100n,
      stakingNav: 1_099_900_099_900_099_900n,
      unstakingNav: 1_049_950_049_950_049_950n,
      unrealizedLoss: 50n,
      epoch: 4n,
      navHeight: 9,
      navAt: timeOf(9),
      markCount: 1,
      lastMarkAt: timeOf(9),
      lastMarkStakingNav: 1_099_900_099_900_099_900n,
      lastMarkUnstakingNav: 1_049_950_049_950_049_950n,
    });
});

test('losses recognised and reversed add up over the assets', () => {
  const start = updated({epoch: 1n, totalAssets: 1000n, totalShares: 1000n, unrealizedLoss: 10n});
  given(evolveVault, start).when(recognized(0n, 30n), recognized(30n, 5n)).then({unrealizedLoss: 15n});
});

test('the loss is that of the loss events where there are any, else what the gap of the NAVs says, else unknown', () => {
  const gap = reading({...par, unrealizedLoss: MILLION / 10n}, {height: 2});
  const {vault: read} = tell(...opened, gap);
  expect(read?.unrealizedLoss).toBe((((gap.stakingNav ?? 0n) - (gap.unstakingNav ?? 0n)) * MILLION) / 10n ** 18n);

  const {vault: told} = tell(...opened, updated({epoch: 1n, ...par, unrealizedLoss: 77n}, {height: 2}), gap);
  expect(told?.unrealizedLoss).toBe(77n);

  const blind = event('NavObserved', {...gap, unstakingNav: null}, {height: 3});
  expect(tell(...opened, blind).vault?.unrealizedLoss).toBeNull();
  expect(tell(...opened, blind).marks).toEqual([]);
});

test('views that answer nothing leave the NAV unknown and make no mark', () => {
  const mute = event(
    'NavObserved',
    {
      totalAssets: null,
      totalShares: null,
      stakingNav: null,
      unstakingNav: null,
      accruedIncome: null,
      aid: null,
      effectiveHeight: 2,
      effectiveAt: timeOf(2),
    },
    {height: 2},
  );
  const {vault, marks} = tell(...opened, mute);
  expect(vault).toMatchObject({totalAssets: null, stakingNav: null, unstakingNav: null, unrealizedLoss: null});
  expect(marks).toEqual([]);
  const step = {totalAssets: MILLION + MILLION / 100n, totalShares: MILLION};
  expect(tell(...opened, mute, reading(step, {height: 3})).marks).toMatchObject([{effectiveHeight: 3}]);
});

test('a vault that prices by another formula has no step while nothing moves', () => {
  const nav = 105n * 10n ** 16n;
  const book = {totalAssets: 1000n, totalShares: 1000n, accruedIncome: null, aid: null};
  const odd = {...book, stakingNav: nav, unstakingNav: nav};
  const readings = [8, 16, 24].map((height) =>
    event('NavObserved', {...odd, effectiveHeight: height, effectiveAt: timeOf(height)}, {height}),
  );
  given(evolveVault, ...readings)
    .when(...readings)
    .then({markCount: 0, stakingNav: odd.stakingNav});
});

test('without a book to compare with there is no mark', () => {
  const unknown = {totalAssets: null, unstakingNav: null, accruedIncome: null, aid: null};
  const blind = {...unknown, totalShares: 5n, stakingNav: 2n * WAD};
  const seen = event(
    'NavObserved',
    {...blind, totalAssets: 10n, effectiveHeight: 8, effectiveAt: timeOf(8)},
    {height: 8},
  );
  const later = event(
    'NavObserved',
    {...blind, stakingNav: 3n * WAD, effectiveHeight: 16, effectiveAt: timeOf(16)},
    {height: 16},
  );
  given(evolveVault, seen)
    .when(later)
    .then({markCount: 0, stakingNav: 3n * WAD});
});
