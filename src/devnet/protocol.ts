import type {Interface} from 'ethers';
import {calldata} from './calldata';
import {artifact} from './artifacts';
import type {Tx} from './mining';
import type {Rpc} from './rpc';

/** The contracts of the local chain, and the artifact that each answers by. */
export const CONTRACTS = {
  usdc: 'Stablecoin',
  usdt: 'Stablecoin',
  aid: 'AIDV2',
  said: 'StakedAID',
  minter: 'Minter',
  redeemer: 'Redeemer',
  reserveFeed: 'ReserveFeed',
  assetRegistry: 'AssetRegistry',
  assetToken: 'AssetToken',
  revenueDistributor: 'RevenueDistributor',
  aidPool: 'LiquidityPool',
  saidPool: 'LiquidityPool',
  lendingMarket: 'LendingMarket',
  bridge: 'AidOFTAdapter',
  poolPrice: 'ReserveFeed',
  exchangePrice: 'ReserveFeed',
  sharePrice: 'ReserveFeed',
  flashTrader: 'FlashTrader',
} as const;

/** The name of a contract of the local chain. */
export type ContractName = keyof typeof CONTRACTS;

/** Lower-case addresses. */
export type Addresses = Readonly<Record<ContractName, string>>;

/** The deployed protocol: addresses, and calls to them. */
export class Protocol {
  constructor(
    readonly chainId: number,
    readonly address: Addresses,
    /** The block that created each contract. */
    readonly createdAt: Readonly<Record<ContractName, number>>,
  ) {}

  abi(contract: ContractName): Interface {
    return artifact(CONTRACTS[contract]).abi;
  }

  /** A transaction that calls `method`. Amounts are bigint in the token's smallest unit. */
  call(from: string, contract: ContractName, method: string, ...args: readonly unknown[]): Tx {
    return {
      label: `${contract}.${method}`,
      from,
      to: this.address[contract],
      data: calldata(this.abi(contract), method, args),
    };
  }

  /**
   * Asks a view at the newest block, or at `height`.
   * @returns its only value, or all of them as ethers' Result
   */
  async view<T>(
    rpc: Rpc,
    contract: ContractName,
    method: string,
    args: readonly unknown[] = [],
    height?: number,
  ): Promise<T> {
    const abi = this.abi(contract);
    const request = {to: this.address[contract], data: abi.encodeFunctionData(method, args)};
    const block = height === undefined ? 'latest' : `0x${height.toString(16)}`;
    const answer = abi.decodeFunctionResult(method, await rpc.call<string>('eth_call', request, block));
    return (answer.length === 1 ? answer[0] : answer) as T;
  }
}
