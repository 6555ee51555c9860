import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {parseNetwork, type Network} from '../../chain/networks';
import {startAnvil, type Anvil} from '../../devnet/anvil';
import {deployProtocol} from '../../devnet/deploy';
import {mineBlock, type MinedBlock, type Tx} from '../../devnet/mining';
import {networkOf} from '../../devnet/networkContent';
import type {Protocol} from '../../devnet/protocol';
import {Rpc} from '../../devnet/rpc';

/** The vault is read every so many blocks. */
const READ_EVERY = 8;

/** Where a branch may begin again. */
export interface ForkPoint {
  readonly height: number;
  readonly snapshot: string;
}

interface Head {
  readonly height: number;
  readonly hash: string;
  readonly timestamp: number;
}

/** A chain of its own with the protocol on it, which can be taken back and go on differently. */
export class TestChain {
  /** Unix seconds between two blocks; every branch has its own, so that no block of one equals one of another. */
  private pace = 12;
  private filesWritten = 0;

  private constructor(
    private readonly anvil: Anvil,
    readonly rpc: Rpc,
    readonly protocol: Protocol,
    /** A directory of this chain, for files that processes of a test need */
    readonly dir: string,
  ) {}

  /** Block 0 is of 2025-10-31T00:00Z; blocks 1 to 3 deploy the protocol. */
  static async start(): Promise<TestChain> {
    const anvil = await startAnvil({genesisTimestamp: 1_761_868_800});
    const rpc = new Rpc(anvil.url);
    try {
      return new TestChain(anvil, rpc, await deployProtocol(rpc), mkdtempSync(path.join(tmpdir(), 'gaib-squid-test-')));
    } catch (error) {
      await anvil.stop();
      throw error;
    }
  }

  get url(): string {
    return this.anvil.url;
  }

  /** Finality after 10 blocks, readings on a grid of 8. */
  get network(): Network {
    return parseNetwork(networkOf(this.protocol, READ_EVERY), 'the network of a test');
  }

  /** Writes a network file: this chain's, with these fields changed. @returns its path */
  networkFile(change: Partial<Network> = {}): string {
    const file = path.join(this.dir, `network-${(this.filesWritten += 1)}.json`);
    writeFileSync(file, JSON.stringify({...this.network, ...change}));
    return file;
  }

  /** Mines one block of these transactions, all of which must succeed. */
  async mine(...txs: Tx[]): Promise<MinedBlock> {
    const {timestamp} = await this.head();
    return mineBlock(this.rpc, txs, {timestamp: timestamp + this.pace});
  }

  /** Mines one block at an instant, unix seconds or ISO 8601, of these transactions, all of which must succeed. */
  async mineAt(instant: number | string, ...txs: Tx[]): Promise<MinedBlock> {
    const timestamp = typeof instant === 'string' ? Date.parse(instant) / 1000 : instant;
    return mineBlock(this.rpc, txs, {timestamp});
  }

  /** Mines empty blocks. */
  async mineEmpty(count: number): Promise<void> {
    for (let i = 0; i < count; i++) await this.mine();
  }

  /** Mines empty blocks until the head is at a height. */
  async mineTo(height: number): Promise<void> {
    while ((await this.head()).height < height) await this.mine();
  }

  async head(): Promise<Head> {
    type Header = {number: string; hash: string; timestamp: string};
    const {number, hash, timestamp} = await this.rpc.call<Header>('eth_getBlockByNumber', 'latest', false);
    return {height: Number(number), hash, timestamp: Number(timestamp)};
  }

  /** Remembers the head; `forkAt` takes the chain back to it. */
  async forkPoint(): Promise<ForkPoint> {
    const snapshot = await this.rpc.call<string>('evm_snapshot');
    return {height: (await this.head()).height, snapshot};
  }

  /**
   * Drops every block above the point; what is mined next is another branch.
   * @returns the same point for one more branch: each serves once
   */
  async forkAt(point: ForkPoint): Promise<ForkPoint> {
    if (!(await this.rpc.call<boolean>('evm_revert', point.snapshot))) throw new Error('anvil knows no such snapshot');
    this.pace += 1;
    return this.forkPoint();
  }

  /** anvil's own reorg: replaces the newest blocks, the first of them by one with these transactions. */
  async reorg(depth: number, ...txs: Tx[]): Promise<void> {
    const pairs = txs.map(({from, to, data}) => [{from, to, data, gas: '0xf42400', gasPrice: '0x0'}, 0]);
    await this.rpc.call('anvil_reorg', depth, pairs);
  }

  async stop(): Promise<void> {
    await this.anvil.stop();
    rmSync(this.dir, {recursive: true, force: true});
  }
}
