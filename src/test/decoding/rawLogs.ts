import {readFileSync} from 'node:fs';
import path from 'node:path';
import {Interface, type InterfaceAbi} from 'ethers';
import {parseNetwork, type Network, type Role} from '../../chain/networks';
import type {EventBody} from '../../domain/event';
import {logRecordId, readingRecordId} from '../../domain/ids';
import type {LogRecord, ReadingRecord} from '../../domain/record';
import {address, CHAIN_ID} from '../given';

/** One contract of each role, each from block 100 to block 1000. */
export const ADDRESSES = {
  aid: address(1),
  said: address(2),
  minter: address(3),
  redeemer: address(4),
  reserveFeed: address(5),
  reserveAsset: address(6),
  assetRegistry: address(7),
  assetToken: address(8),
  revenueDistributor: address(9),
  bridge: address(10),
  aidPriceFeed: address(21),
  saidPriceFeed: address(22),
  migration: address(23),
  aidAlpha: address(24),
} as const satisfies Partial<Record<Role, string>>;

export type Known = keyof typeof ADDRESSES;

const DECIMALS: Partial<Record<Known, number>> = {
  ...{aid: 18, said: 18, reserveFeed: 8, reserveAsset: 6},
  ...{aidPriceFeed: 8, saidPriceFeed: 8},
};

export const NETWORK: Network = parseNetwork(
  {
    name: 'test',
    chainId: CHAIN_ID,
    finalityConfirmation: 10,
    startBlock: 0,
    readEvery: 8,
    contracts: (Object.keys(ADDRESSES) as Known[]).map((role) => ({
      ...{role, name: `the ${role}`, address: ADDRESSES[role]},
      ...{fromBlock: 100, toBlock: 1000, decimals: DECIMALS[role]},
    })),
  },
  'test.json',
);

/** A log, by its contract and name, and what it says. */
export type Case = readonly [
  role: Known,
  event: string,
  args: readonly unknown[],
  says: EventBody | readonly EventBody[],
];

const ABI_FILES: Partial<Record<Known, string>> = {
  ...{reserveAsset: 'erc20', aidPriceFeed: 'reserveFeed', saidPriceFeed: 'reserveFeed'},
};

/** Events that a contract has from its proxy, in no ABI of its own. */
const PROXY = new Interface([
  'event AdminChanged(address previousAdmin, address newAdmin)',
  'event BeaconUpgraded(address indexed beacon)',
  'event Upgraded(address indexed implementation)',
]);

const parsed = new Map<Known, Interface>();

/** The published ABI of a role's contracts. */
export function abiOf(role: Known): Interface {
  const file = path.resolve(__dirname, `../../../abi/${ABI_FILES[role] ?? role}.json`);
  const abi = parsed.get(role) ?? new Interface(JSON.parse(readFileSync(file, 'utf8')) as InterfaceAbi);
  parsed.set(role, abi);
  return abi;
}

export interface Spot {
  readonly height?: number;
  readonly index?: number;
}

/** A raw log as the chain holds it, built from the published ABI and not with generated code. */
export function log(role: Known, event: string, args: readonly unknown[], spot?: Spot): LogRecord {
  const abi = abiOf(role).getEvent(event) === null ? PROXY : abiOf(role);
  const {topics, data} = abi.encodeEventLog(event, args);
  return rawLog(role, topics, data, spot);
}

export const rawLog = (role: Known, topics: readonly string[], data = '0x', spot: Spot = {}): LogRecord => {
  const {height = 500, index = 3} = spot;
  return {
    ...place(height, logRecordId(CHAIN_ID, height, index), ADDRESSES[role], data),
    ...{kind: 'LOG', topics, txHash: '0x7a', txIndex: 1, logIndex: index},
  };
};

/** What a view of the vault answered, at `height` or at the earlier block `readHeight`; null where it reverted. */
export function answer(
  view: string,
  args: readonly unknown[],
  value: bigint | null,
  spot: Spot & {readHeight?: number},
): ReadingRecord {
  const {height = 500, index = 0, readHeight = height} = spot;
  const said = abiOf('said');
  const data = value === null ? '0x' : said.encodeFunctionResult(view, [value]);
  return {
    ...place(height, readingRecordId(CHAIN_ID, height, index, readHeight < height), ADDRESSES.said, data),
    ...{kind: 'READING', input: said.encodeFunctionData(view, args), reverted: value === null},
    ...{readHeight, readHash: `0xb${readHeight}`, readAt: timeOf(readHeight)},
  };
}

export const timeOf = (height: number): number => 1_760_000_000 + height * 12;

export const bytes32 = (text: string): string => `0x${Buffer.from(text, 'ascii').toString('hex').padEnd(64, '0')}`;

const place = (height: number, id: string, by: string, data: string) => ({
  ...{id, chainId: CHAIN_ID, height, blockHash: `0xb${height}`, at: timeOf(height)},
  ...{address: by, data},
});
