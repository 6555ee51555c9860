import {findEndpoint, type Endpoint} from '../chain/endpoint';
import {loadNetwork, type Network} from '../chain/networks';
import {networkKey, type Config} from '../config';
import {startDevnet, type Progress} from '../devnet';
import {withConnection} from '../postgres/database';
import {checkNode} from '../preflight';
import {LOCAL_CHAIN_ID, refuseMixture} from './admission';
import type {Lifecycle} from './lifecycle';
import type {Bar} from './progressDisplay';

/** The chain that is indexed, and where it is read from. */
export interface IndexedChain {
  /** Name or path of the network file */
  readonly file: string;
  readonly network: Network;
  readonly endpoint: Endpoint;
  readonly rpc: Config['rpc'];
  /** Rejects when the chain is gone for good; never resolves */
  readonly lost: Promise<never>;
}

/**
 * A real chain behind the configured endpoints.
 * @throws UserError when its file or its endpoint is not in order, or the node behind it has no history
 */
export async function realChain(config: Config, file: string): Promise<IndexedChain> {
  const network = loadNetwork(file, config.dataDir);
  const endpoint = await findEndpoint(network, config);
  await checkNode(network, endpoint.rpcUrl);
  return {file, network, endpoint, rpc: config.rpc, lost: new Promise<never>(() => undefined)};
}

/**
 * The local chain, started and played.
 * @throws UserError when the database holds real chains, or what was recorded is another chain
 */
export async function localChain(options: {
  config: Config;
  lifecycle: Lifecycle;
  dbUrl: string;
  bar: Bar;
  wanted: {readonly seed: number; readonly days: number; readonly fresh: boolean};
}): Promise<IndexedChain> {
  const {config, lifecycle, dbUrl, bar, wanted} = options;
  const local = {chainId: LOCAL_CHAIN_ID, name: 'local'};
  await withConnection(dbUrl, 'The database', (db) => refuseMixture(db, local));
  const onProgress = ({done, total}: Progress): void => bar.update(done, total);
  const {seed, days, fresh} = wanted;
  const devnet = await lifecycle.start(
    'local chain',
    () => startDevnet({dataDir: config.dataDir, seed, days, fresh, onProgress}),
    (started) => started.stop(),
  );
  const network = loadNetwork(devnet.networkPath, config.dataDir);
  const lost = devnet.ended.then((): never => {
    throw new Error('The local chain ended by itself: start again to resume.');
  });
  lost.catch(() => undefined);
  const rpc = {...config.rpc, [networkKey(network.name)]: [devnet.rpcUrl]};
  return {file: devnet.networkPath, network, endpoint: {rpcUrl: devnet.rpcUrl, gatewayUrl: undefined}, rpc, lost};
}
