// A block of the synthetic year, and the contracts that speak in it.
import {createRequire} from 'node:module';

const require = createRequire(import.meta.url);
const {logRecordId, readingRecordId} = require('../lib/domain/ids.js');

export const CHAIN_ID = 31337;
export const DAY = 86_400;

export const address = (n) => `0x${n.toString(16).padStart(40, '0')}`;
export const person = (n) => address(0x100000 + n);
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

export class Block {
  constructor(height, at) {
    Object.assign(this, {height, at, events: [], transaction: 0});
  }

  /** What is said from here on is of the next transaction. */
  begin() {
    this.transaction += 1;
  }

  say(by, type, fields, reading = false) {
    const {height, at, events, transaction} = this;
    const record = reading
      ? readingRecordId(CHAIN_ID, height, events.length, false)
      : logRecordId(CHAIN_ID, height, events.length);
    const txHash = hash(height * 100_000 + transaction);
    const place = {chainId: CHAIN_ID, height, at, blockHash: hash(height), txHash};
    const meta = {...place, ...by, record, part: 0, causes: [record]};
    events.push({type, ...fields, meta});
  }
}

export const hash = (n) => `0x${n.toString(16).padStart(64, '0')}`;
