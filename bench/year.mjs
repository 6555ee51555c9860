// A synthetic year of domain events, block by block: transfers as dense as asked for, and around them the life that the
// histories show (mints, stakes and a reading every day, a mark, a report and revenue of ten assets every month). The same
// on every run.
import {Block, CONTRACTS, DAY, person} from './block.mjs';
import {attest, deploy, mark, mint, move, observe, pay, stake, WAD} from './protocol.mjs';

const START = Date.UTC(2025, 10, 1) / 1000;
const PEOPLE = 5_000;
const EVENTS_PER_BLOCK = 55;
const ARRIVALS_PER_BLOCK = 18;
const ASSETS = 10;
const MINTS_PER_DAY = 20;
const STAKES_PER_DAY = 5;

/** A small generator of chance with a seed (xorshift32): the bench must be repeatable, not random. */
function chance(seed) {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** Yields {height, at, events} for every block of the year: everybody arrives in the first ones, as densely as asked for. */
export function* year(events) {
  const arrivals = Math.ceil(PEOPLE / ARRIVALS_PER_BLOCK);
  const blocks = arrivals + 1 + Math.ceil(events / EVENTS_PER_BLOCK);
  const step = Math.max(1, Math.floor((365 * DAY) / blocks));
  const draw = chance(7);
  const balances = Array.from({length: PEOPLE}, () => 0n);
  const vault = {assets: 0n, shares: 0n, epoch: 0n};
  let left = events;
  for (let height = 1; height <= blocks; height++) {
    const block = new Block(height, START + height * step);
    if (height <= arrivals) arrive(block, balances, (height - 1) * ARRIVALS_PER_BLOCK);
    else if (height === arrivals + 1) open(block, vault);
    else {
      const day = Math.floor((height * step) / DAY);
      if (day !== Math.floor(((height - 1) * step) / DAY)) daily(block, day, balances, vault, draw);
      for (let i = 0; i < EVENTS_PER_BLOCK && left > 0; i++, left--) transfer(block, balances, draw);
    }
    yield block;
  }
}

function arrive(block, balances, first) {
  for (let n = first; n < Math.min(first + ARRIVALS_PER_BLOCK, PEOPLE); n++) {
    balances[n] = 10_000n * WAD;
    mint(block, person(n), balances[n]);
  }
}

function open(block, vault) {
  mint(block, person(0), 20_000_000n * WAD);
  stake(block, person(0), 20_000_000n * WAD, vault);
  for (let n = 0; n < ASSETS; n++) deploy(block, n, 10n ** 24n);
}

function daily(block, day, balances, vault, draw) {
  if (day % 30 === 1) monthly(block, day, vault);
  for (let i = 0; i < MINTS_PER_DAY; i++) {
    const n = draw(PEOPLE);
    mint(block, person(n), 100n * WAD);
    balances[n] += 100n * WAD;
  }
  for (let i = 0; i < STAKES_PER_DAY; i++) {
    const n = draw(PEOPLE);
    const assets = balances[n] / 100n;
    balances[n] -= assets;
    stake(block, person(n), assets, vault);
  }
  observe(block, vault);
}

function monthly(block, day, vault) {
  mark(block, vault);
  attest(block, day);
  for (let n = 0; n < ASSETS; n++) pay(block, n, vault.epoch);
}

function transfer(block, balances, draw) {
  const [from, to] = [draw(PEOPLE), draw(PEOPLE)];
  const amount = (balances[from] * BigInt(draw(100))) / 1000n;
  balances[from] -= amount;
  balances[to] += amount;
  block.begin();
  move(block, CONTRACTS.aid, person(from), person(to), amount);
}
