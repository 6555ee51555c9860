import {getAddress, id, Interface} from 'ethers';
import {startAnvil, type Anvil} from '../../devnet/anvil';
import {Rpc, RpcError, type RpcCall} from '../../devnet/rpc';
import {artifact} from './artifacts';

const FREE = {gas: '0x1312d00', gasPrice: '0x0'};

/** A contract on the chain under test. */
export interface Deployed {
  readonly address: string;
  readonly abi: Interface;
}

/** A log, decoded by the ABI of the contract that wrote it; `name` is empty when that ABI does not know it. */
export interface Happened {
  readonly address: string;
  readonly name: string;
  readonly topics: readonly string[];
  readonly data: string;
  readonly args: Readonly<Record<string, unknown>>;
}

interface RawLog {
  readonly address: string;
  readonly topics: readonly string[];
  readonly data: string;
}

interface Receipt {
  readonly status: string;
  readonly contractAddress: string | null;
  readonly logs: readonly RawLog[];
}

/** An address that belongs to a name. No key is needed: the local chain accepts every sender. */
export function account(name: string): string {
  return getAddress(`0x${id(name).slice(-40)}`);
}

/** An anvil of its own where each transaction gets its own block, and what tests do with it. */
export class LocalChain {
  private readonly known = new Map<string, Interface>();

  private constructor(
    private readonly anvil: Anvil,
    readonly rpc: Rpc,
  ) {}

  /** @param genesisTimestamp unix seconds of block 0 */
  static async start(genesisTimestamp = 1_761_868_800): Promise<LocalChain> {
    const anvil = await startAnvil({genesisTimestamp});
    return new LocalChain(anvil, new Rpc(anvil.url));
  }

  async stop(): Promise<void> {
    await this.anvil.stop();
  }

  /** Deploys a compiled contract from `from`. */
  async deploy(name: string, args: readonly unknown[], from: string): Promise<Deployed> {
    const {abi, bytecode} = artifact(name);
    const contract = new Interface(abi);
    const data = bytecode + contract.encodeDeploy(args).slice(2);
    const {contractAddress} = await this.transact({from, data});
    return this.know(contractAddress ?? '', contract);
  }

  /** Deploys a compiled contract behind an ERC1967Proxy and calls its `initialize`. */
  async deployProxy(name: string, initializeArgs: readonly unknown[], from: string): Promise<Deployed> {
    const implementation = await this.deploy(name, [], from);
    const call = implementation.abi.encodeFunctionData('initialize', initializeArgs);
    const proxy = await this.deploy('ERC1967Proxy', [implementation.address, call], from);
    return this.know(proxy.address, implementation.abi);
  }

  /** Names the ABI of an address. */
  know(address: string, abi: Interface): Deployed {
    this.known.set(getAddress(address), abi);
    return {address: getAddress(address), abi};
  }

  /** Sends a transaction that must succeed. @returns all its logs, in order */
  async send(from: string, to: Deployed, method: string, ...args: readonly unknown[]): Promise<Happened[]> {
    const {logs} = await this.transact({from, to: to.address, data: to.abi.encodeFunctionData(method, args)});
    return logs.map((log) => this.decode(log));
  }

  /** The answer of a view at the head. */
  async read<T>(of: Deployed, method: string, ...args: readonly unknown[]): Promise<T> {
    const call = {to: of.address, data: of.abi.encodeFunctionData(method, args)};
    const answer = await this.rpc.call<string>('eth_call', call, 'latest');
    const values = of.abi.decodeFunctionResult(method, answer);
    return (values.length === 1 ? values[0] : values.toArray()) as T;
  }

  /** The name of the custom error with which a transaction would fail; undefined when it would pass. */
  async refusal(from: string, to: Deployed, method: string, ...args: readonly unknown[]): Promise<string | undefined> {
    return this.failure({from, to: to.address, data: to.abi.encodeFunctionData(method, args)});
  }

  /** Unix seconds of the head. */
  async now(): Promise<number> {
    return Number((await this.rpc.call<{timestamp: string}>('eth_getBlockByNumber', 'latest', false)).timestamp);
  }

  /** The next block will be of `timestamp`, unix seconds. */
  async nextBlockAt(timestamp: number): Promise<void> {
    await this.rpc.call('evm_setNextBlockTimestamp', timestamp);
  }

  /** Mines an empty block at `timestamp`, unix seconds. */
  async moveTo(timestamp: number): Promise<void> {
    await this.nextBlockAt(timestamp);
    await this.rpc.call('evm_mine');
  }

  /** Every log since the genesis block. */
  async history(): Promise<Happened[]> {
    const logs = await this.rpc.call<RawLog[]>('eth_getLogs', {fromBlock: '0x0', toBlock: 'latest'});
    return logs.map((log) => this.decode(log));
  }

  private async transact(transaction: object): Promise<Receipt> {
    const sending: RpcCall = ['eth_sendTransaction', [{...transaction, ...FREE}]];
    const [hash] = await this.rpc.batch([sending, ['evm_mine', []]]);
    const receipt = await this.rpc.call<Receipt | null>('eth_getTransactionReceipt', hash);
    if (receipt?.status === '0x1') return receipt;
    throw new Error(`a transaction failed: ${(await this.failure(transaction)) ?? 'it passes when tried again'}`);
  }

  private async failure(transaction: object): Promise<string | undefined> {
    try {
      await this.rpc.call('eth_call', {...transaction, ...FREE}, 'latest');
      return undefined;
    } catch (error) {
      if (error instanceof RpcError) return this.errorName(error);
      throw error;
    }
  }

  private decode({address, topics, data}: RawLog): Happened {
    const parsed = this.known.get(getAddress(address))?.parseLog({topics, data});
    const args = parsed?.args.toObject() ?? {};
    return {address: getAddress(address), name: parsed?.name ?? '', topics, data, args};
  }

  private errorName(error: RpcError): string {
    const data = typeof error.data === 'string' ? error.data : '0x';
    for (const abi of this.known.values()) {
      const parsed = data.length >= 10 ? abi.parseError(data) : null;
      if (parsed !== null) return parsed.name;
    }
    return `${error.message} ${data}`;
  }
}
