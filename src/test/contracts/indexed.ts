import {decode} from '../../chain/decode';
import {parseNetwork, type Role} from '../../chain/networks';
import type {DomainEvent} from '../../domain/event';
import {logRecordId} from '../../domain/ids';
import type {LogRecord} from '../../domain/record';
import {type Machine, machineAfter} from '../laws/machine';
import type {Deployed, LocalChain} from './localChain';

const CHAIN_ID = 31337;
const DECIMALS: Partial<Record<Role, number>> = {aid: 18, said: 18, reserveAsset: 6, reserveFeed: 8};

interface RawLog {
  readonly address: string;
  readonly topics: readonly string[];
  readonly data: string;
  readonly blockNumber: string;
  readonly blockHash: string;
  readonly transactionHash: string;
  readonly transactionIndex: string;
  readonly logIndex: string;
}

/** A chain under test as an index would hold it: its logs, decoded by role and folded by every projection. */
export class IndexedChain {
  private constructor(private readonly events: readonly DomainEvent[]) {}

  static async of(chain: LocalChain, contracts: readonly (readonly [Role, Deployed])[]): Promise<IndexedChain> {
    const network = parseNetwork(
      {
        name: 'local',
        chainId: CHAIN_ID,
        finalityConfirmation: 1,
        startBlock: 0,
        contracts: contracts.map(([role, {address}]) => ({
          ...{role, name: role, address, fromBlock: 0},
          decimals: DECIMALS[role],
        })),
      },
      'local.json',
    );
    const logs = await chain.rpc.call<RawLog[]>('eth_getLogs', {fromBlock: '0x0', toBlock: 'latest'});
    return new IndexedChain(decode(logs.map(toRecord), network));
  }

  /** The projections after a block; the newest one by default. */
  after(height = Infinity): Machine {
    return machineAfter(this.events.filter(({meta}) => meta.height <= height));
  }
}

/** No test here asks when something happened: time is the height. */
function toRecord(log: RawLog): LogRecord {
  const [height, logIndex] = [Number(log.blockNumber), Number(log.logIndex)];
  return {
    kind: 'LOG',
    id: logRecordId(CHAIN_ID, height, logIndex),
    ...{chainId: CHAIN_ID, height, logIndex, at: height},
    ...{address: log.address.toLowerCase(), topics: log.topics, data: log.data},
    ...{blockHash: log.blockHash, txHash: log.transactionHash, txIndex: Number(log.transactionIndex)},
  };
}
