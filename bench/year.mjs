// A synthetic year of domain events, block by block: transfers as dense as asked for, and around them the life that the
// histories show (a mark and a report a month, readings every day, revenue of ten assets). The same on every run.
import {createRequire} from 'node:module';

const require = createRequire(import.meta.url);
const {logRecordId, readingRecordId, ZERO_ADDRESS} = require('../lib/domain/ids.js');

export const CHAIN_ID = 31337;
export const START = Date.UTC(2025, 10, 1) / 1000;
const DAY = 86_400;
const WAD = 10n ** 18n;
const PEOPLE = 5_000;
const EVENTS_PER_BLOCK = 55;
const ASSETS = 10;

const address = (n) => `0x${n.toString(16).padStart(40, '0')}`;
const person = (n) => address(0x100000 + n);
export const assetId = (n) => `0x${(n + 1).toString(16).padStart(64, '0')}`;

const contract = (n, role, name, decimals = null) => ({role, name, address: address(0xc0 + n), fromBlock: 0, decimals});
export const CONTRACTS = {
  aid: contract(1, 'aid', 'AID', 18),
  said: contract(2, 'said', 'sAID', 18),
  minter: contract(3, 'minter', 'AID minter'),
  feed: {...contract(5, 'reserveFeed', 'T-bills', 8), maxAgeSeconds: 55 * DAY},
  usdc: contract(6, 'reserveAsset', 'USDC', 6),
  registry: contract(8, 'assetRegistry', 'Asset registry'),
  distributor: contract(10, 'revenueDistributor', 'Revenue distributor'),
};

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

/** Yields {height, at, events} for every block of the year. */
export function* year(events) {
  const blocks = Math.ceil(events / EVENTS_PER_BLOCK);
  const step = Math.max(1, Math.floor((365 * DAY) / blocks));
  const draw = chance(7);
  const balances = Array.from({length: PEOPLE}, () => 0n);
  const vault = {assets: 0n, shares: 0n, epoch: 0n};
  let left = events;
  for (let height = 1; height <= blocks; height++) {
    const block = new Block(height, START + height * step);
    if (height === 1) open(block, balances, vault);
    const day = Math.floor((height * step) / DAY);
    if (day !== Math.floor(((height - 1) * step) / DAY)) daily(block, day, vault);
    for (let i = 0; i < EVENTS_PER_BLOCK && left > 0; i++, left--) transfer(block, balances, draw);
    yield block;
  }
}

class Block {
  constructor(height, at) {
    Object.assign(this, {height, at, events: []});
  }

  say(by, type, fields, reading = false) {
    const {height, at, events} = this;
    const record = reading
      ? readingRecordId(CHAIN_ID, height, events.length, false)
      : logRecordId(CHAIN_ID, height, events.length);
    const place = {chainId: CHAIN_ID, height, at, blockHash: hash(height), txHash: hash(height * 100 + events.length)};
    const meta = {...place, ...by, record, part: 0, causes: [record]};
    events.push({type, ...fields, meta});
  }
}

export const hash = (n) => `0x${n.toString(16).padStart(64, '0')}`;

const move = (block, by, from, to, amount) =>
  block.say(by, 'TokenTransferred', {from, to, fromRole: null, toRole: null, amount, tokenId: null});

function open(block, balances, vault) {
  const {aid, said, usdc, minter, registry} = CONTRACTS;
  const each = 10_000n * WAD;
  balances.forEach((_, n) => {
    move(block, aid, ZERO_ADDRESS, person(n), each);
    balances[n] = each;
  });
  const staked = 20_000_000n * WAD;
  move(block, aid, ZERO_ADDRESS, said.address, staked);
  move(block, said, ZERO_ADDRESS, person(0), staked);
  block.say(said, 'Staked', {owner: person(0), assets: staked, shares: staked});
  Object.assign(vault, {assets: staked, shares: staked});
  const held = (each * BigInt(PEOPLE) + staked) / 10n ** 12n;
  const custody = {from: person(1), to: minter.address, amount: held, fromCustody: false, toCustody: true};
  block.say(usdc, 'CustodyTransferred', custody);
  for (let n = 0; n < ASSETS; n++) {
    const terms = {token: address(0xc9), spId: hash(1), assetClass: 'GPU', dealType: 'DEBT', principal: 10n ** 24n};
    const dates = {aprBps: 1500, startAt: block.at, maturityAt: block.at + 730 * DAY, metadataUri: 'ipfs://deal'};
    block.say(registry, 'AssetRegistered', {assetId: assetId(n), ...terms, ...dates});
    block.say(registry, 'AssetStatusChanged', {assetId: assetId(n), oldStatus: 'PENDING', newStatus: 'ACTIVE'});
    block.say(said, 'CapitalDeployed', {assetId: assetId(n), destination: person(2), amount: 10n ** 24n});
  }
}

function daily(block, day, vault) {
  const {said, feed, distributor} = CONTRACTS;
  if (day % 30 === 1) {
    vault.assets += vault.assets / 100n;
    vault.epoch += 1n;
    block.say(said, 'NavMarked', {epoch: vault.epoch, unrealizedLoss: 0n, ...book(vault)});
    const report = {roundId: BigInt(day), valueUsd: 10n ** 24n, valuationAt: block.at - 10 * DAY};
    block.say(feed, 'ReserveAnswered', report);
    for (let n = 0; n < ASSETS; n++) {
      const legs = {passThrough: 1n, protocolFee: 2n, performanceFee: 3n, reserveContribution: 4n, paidToHolders: 0n};
      const net = {netToVault: 10n ** 21n, dust: 0n, gross: 10n ** 21n + 10n};
      block.say(distributor, 'RevenueDistributed', {assetId: assetId(n), epoch: vault.epoch, ...legs, ...net});
    }
  }
  const seen = {accruedIncome: 0n, aid: CONTRACTS.aid.address, effectiveHeight: block.height, effectiveAt: block.at};
  block.say(said, 'NavObserved', {...book(vault), ...seen}, true);
}

const nav = ({assets, shares}) => (WAD * (assets + 1n)) / (shares + 1n);
const book = (vault) => ({
  totalAssets: vault.assets,
  totalShares: vault.shares,
  stakingNav: nav(vault),
  unstakingNav: nav(vault),
});

function transfer(block, balances, draw) {
  const [from, to] = [draw(PEOPLE), draw(PEOPLE)];
  const amount = (balances[from] * BigInt(draw(100))) / 1000n;
  balances[from] -= amount;
  balances[to] += amount;
  move(block, CONTRACTS.aid, person(from), person(to), amount);
}
