import {EvmBatchProcessor, type EvmBatchProcessorFields} from '@subsquid/evm-processor';
import {events as erc20} from '../abi/erc20';
import {redact} from '../config';
import {observedContracts} from './readings';
import {contractsOf, custodyOf, type Network} from './networks';

const FIELDS = {
  block: {timestamp: true},
  log: {topics: true, data: true, transactionHash: true},
} as const;

export type Processor = EvmBatchProcessor<typeof FIELDS>;
export type Fields = EvmBatchProcessorFields<Processor>;

export interface Sources {
  readonly rpcUrl?: string | undefined;
  readonly gatewayUrl?: string | undefined;
  /** Height up to which the readings' grid is requested from the gateway; above it, RPC delivers every header */
  readonly headHeight: number;
  readonly to?: number | undefined;
}

/** A pause between two questions for the head; the devnet's blocks come fast, a public node's limits are tight. */
const HEAD_POLL_MS = 500;

/**
 * The SDK's processor for a network: the protocol's contracts by address, every topic; reserve assets only where they
 * move from or to custody.
 */
export function buildProcessor(network: Network, sources: Sources): Processor {
  const processor = new EvmBatchProcessor()
    .setFields(FIELDS)
    .setFinalityConfirmation(network.finalityConfirmation)
    .setBlockRange({from: network.startBlock, to: sources.to})
    .setRpcDataIngestionSettings({headPollInterval: HEAD_POLL_MS});
  if (sources.rpcUrl !== undefined) {
    processor.setRpcEndpoint({url: sources.rpcUrl, maxBatchCallSize: 100});
    showAs(processor, redact(sources.rpcUrl));
  }
  if (sources.gatewayUrl !== undefined) processor.setGateway(sources.gatewayUrl);
  if (sources.gatewayUrl !== undefined && sources.rpcUrl !== undefined)
    requestGrid(processor, network, sources.headHeight);

  const custody = custodyOf(network).map((address) => `0x${address.slice(2).padStart(64, '0')}`);
  for (const {address, fromBlock, toBlock, role} of network.contracts) {
    const range = {from: fromBlock, to: toBlock};
    if (role !== 'reserveAsset') {
      processor.addLog({address: [address], range});
    } else if (custody.length > 0) {
      processor.addLog({address: [address], topic0: [erc20.Transfer.topic], topic1: custody, range});
      processor.addLog({address: [address], topic0: [erc20.Transfer.topic], topic2: custody, range});
    }
  }
  return processor;
}

/**
 * The SDK shows the endpoint's URL, which may hold a key, in its logs and as a label of its metrics; the client's `url` is
 * for that alone, its connection has its own. Private to the SDK, hence the exact version of evm-processor.
 */
function showAs(processor: Processor, url: string): void {
  const {getChainRpcClient} = processor as unknown as {getChainRpcClient: () => {url: string}};
  getChainRpcClient.call(processor).url = url;
}

function requestGrid(processor: Processor, network: Network, headHeight: number): void {
  const every = network.readEvery;
  if (every === undefined || observedContracts(network).length === 0) return;
  const from = Math.min(...contractsOf(network, 'said').map(({fromBlock}) => fromBlock));
  for (let height = Math.ceil(from / every) * every; height <= headHeight; height += every) {
    processor.includeAllBlocks({from: height, to: height});
  }
}
