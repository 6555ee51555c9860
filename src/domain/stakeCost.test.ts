import fc from 'fast-check';
import {AID, ALICE, BOB, event, movement, SAID, timeOf, type Speaker} from '../test/given';
import {acquire, dispose, EMPTY_POOL, meanEntry} from './costPool';
import type {EventOf} from './event';
import {contractRowId, ZERO_ADDRESS} from './ids';
import {evolvePosition, positionKeys, pricedBy, type PositionEvent, type StakePositionRow} from './stakePosition';
import {WAD} from './units';

const moved = (from: string, to: string, amount: bigint, height = 1, by: Speaker = SAID): EventOf<'TokenTransferred'> =>
  event('TokenTransferred', movement(from, to, amount), {by, height});

const staked = (owner: string, assets: bigint, shares: bigint, height = 1): PositionEvent[] => [
  moved(ZERO_ADDRESS, owner, shares, height),
  event('Staked', {owner, assets, shares}, {height}),
];

const unstaked = (owner: string, shares: bigint, assetsQuoted: bigint, height = 1): PositionEvent[] => [
  moved(owner, ZERO_ADDRESS, shares, height),
  event('UnstakeRequested', {requestId: 1n, owner, cycleId: 0n, shares, assetsQuoted, unstakingNav: WAD}, {height}),
];

const NAV = (11n * WAD) / 10n;

/** One owner's position after a story, shares that change hands at 1.1 unless told otherwise. */
function tell(owner: string, story: readonly PositionEvent[], nav: bigint | null = NAV): StakePositionRow | undefined {
  return story.reduce<StakePositionRow | undefined>((row, one) => {
    const id = positionKeys(one).find((key) => key.endsWith(owner));
    return id === undefined ? row : evolvePosition(row, one, id, pricedBy(one) === null ? null : nav);
  }, undefined);
}

test('shares cost what was paid for them, and entered when they did, weighted by shares', () => {
  expect(tell(ALICE, [...staked(ALICE, 100n, 100n, 10), ...staked(ALICE, 330n, 300n, 50)])).toMatchObject({
    costBasis: 430n,
    realizedYield: 0n,
    entryAt: (100 * timeOf(10) + 300 * timeOf(50)) / 400,
  });
});

test('an exit realises what it got less the average cost; the last share takes the rest of it', () => {
  const story = [...staked(ALICE, 100n, 100n, 10), ...unstaked(ALICE, 33n, 36n, 20)];
  expect(tell(ALICE, story)).toMatchObject({
    costBasis: 67n,
    realizedYield: 3n,
    lastExitCost: 33n,
    lastExitEntryAt: timeOf(10),
    entryAt: timeOf(10),
  });
  expect(tell(ALICE, [...story, ...unstaked(ALICE, 67n, 60n, 30)])).toMatchObject({
    costBasis: 0n,
    realizedYield: -4n,
    entryAt: null,
  });
});

test('a loss on the way out is negative', () => {
  expect(tell(ALICE, [...staked(ALICE, 100n, 100n), ...unstaked(ALICE, 100n, 90n)])?.realizedYield).toBe(-10n);
});

test('shares that change hands are sold and bought at the staking NAV', () => {
  const story = [...staked(ALICE, 100n, 100n, 1), moved(ALICE, BOB, 50n, 7)];
  expect(tell(ALICE, story)).toMatchObject({costBasis: 50n, realizedYield: 5n});
  expect(tell(BOB, story)).toMatchObject({costBasis: 55n, realizedYield: 0n, entryAt: timeOf(7)});
});

test('a transfer to oneself, or of nothing, sells nothing', () => {
  for (const one of [moved(ALICE, ALICE, 50n), moved(ALICE, BOB, 0n), moved(ALICE, BOB, 5n, 1, AID)]) {
    expect(pricedBy({...one, meta: {...one.meta, address: SAID.address}}) === null).toBe(one.amount !== 5n);
  }
  const story = [...staked(ALICE, 100n, 100n), moved(ALICE, ALICE, 50n), moved(ALICE, BOB, 0n)];
  expect(tell(ALICE, story)).toMatchObject({costBasis: 100n, realizedYield: 0n});
  expect(pricedBy(moved(ALICE, BOB, 1n))).toBe(contractRowId(31337, SAID.address));
});

test('where the NAV is not known, what was sold and bought for is not known either', () => {
  const story = [...staked(ALICE, 100n, 100n), moved(ALICE, BOB, 50n)];
  expect(tell(ALICE, story, null)).toMatchObject({costBasis: 50n, realizedYield: null});
  expect(tell(BOB, story, null)).toMatchObject({costBasis: null, realizedYield: 0n, entryAt: null});
});

test('while a price is still to be told the cost is not known', () => {
  const [minted] = staked(BOB, 10n, 10n);
  const story = [...staked(ALICE, 100n, 100n), ...(minted === undefined ? [] : [moved(ZERO_ADDRESS, ALICE, 7n)])];
  expect(tell(ALICE, story)?.costBasis).toBeNull();
});

test('shares minted without a deposit have no cost, and take that of the others with them', () => {
  const story = [...staked(ALICE, 100n, 100n), moved(ZERO_ADDRESS, ALICE, 10n), ...unstaked(ALICE, 5n, 6n)];
  expect(tell(ALICE, story)).toMatchObject({costBasis: null, realizedYield: null, entryAt: null, pooledShares: null});
});

test('shares that leave and come back in a mint of their own keep their cost', () => {
  const away = [...staked(ALICE, 100n, 100n, 3), moved(ALICE, ZERO_ADDRESS, 40n)];
  expect(tell(ALICE, away)?.costBasis).toBeNull();
  expect(tell(ALICE, [...away, moved(ZERO_ADDRESS, ALICE, 40n)])).toMatchObject({costBasis: 100n, entryAt: timeOf(3)});
});

test('who has sold everything begins anew', () => {
  const lost = [moved(ZERO_ADDRESS, ALICE, 10n), ...unstaked(ALICE, 10n, 11n)];
  expect(tell(ALICE, lost)).toMatchObject({costBasis: 0n, realizedYield: null});
  expect(tell(ALICE, [...lost, ...staked(ALICE, 20n, 10n)])).toMatchObject({costBasis: 20n, realizedYield: null});
});

test('AID paid for no share at all is lost at once', () => {
  expect(tell(ALICE, staked(ALICE, 3n, 0n))).toMatchObject({costBasis: 0n, realizedYield: -3n});
});

test('a pool never gives up more than it holds, and what it gives up is what it loses', () => {
  const purchase = fc.tuple(
    fc.bigInt({min: 1n, max: 10n ** 24n}),
    fc.bigInt({min: 0n, max: 10n ** 24n}),
    fc.nat(2 ** 31),
  );
  fc.assert(
    fc.property(fc.array(purchase, {minLength: 1, maxLength: 8}), fc.nat(1000), (purchases, thousandths) => {
      const pool = purchases.reduce((sum, [shares, cost, at]) => acquire(sum, shares, cost, at), EMPTY_POOL);
      expect(dispose(pool, pool.shares + 1n)).toBeNull();
      const given = dispose(pool, (pool.shares * BigInt(thousandths)) / 1000n);
      if (given === null) return;
      expect(given.cost + given.pool.cost).toBe(pool.cost);
      const times = purchases.map(([, , at]) => at);
      expect(given.entryAt).toBeGreaterThanOrEqual(Math.min(...times));
      expect(meanEntry(pool)).toBeLessThanOrEqual(Math.max(...times));
      if (thousandths === 1000) expect(given.pool).toEqual(EMPTY_POOL);
    }),
  );
});
