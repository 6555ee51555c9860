import {networkKey, redact, redactText, rpcOf, type Config} from '../config';
import {UserError} from '../domain/errors';
import type {Network} from './networks';

/** An endpoint that says nothing for so long is silent. */
export const SILENCE_MS = 10_000;

/** Where one network is read from: an RPC endpoint, an SQD gateway, or both. */
export interface Endpoint {
  readonly rpcUrl: string | undefined;
  readonly gatewayUrl: string | undefined;
}

/**
 * The first configured RPC endpoint that answers with the network's chain id, and the gateway if one is configured.
 * @throws UserError when nothing is configured, nothing answers in 10 s, or an endpoint is of another chain
 */
export async function findEndpoint(network: Network, config: Config): Promise<Endpoint> {
  const gatewayUrl = config.gateway[networkKey(network.name)];
  const hasRpc = config.rpc[networkKey(network.name)] !== undefined;
  if (!hasRpc && gatewayUrl !== undefined) {
    await headHeight({rpcUrl: undefined, gatewayUrl}).catch((error: unknown) => {
      throw new UserError(`GATEWAY_${variable(network)} ${redact(gatewayUrl)} cannot be used: ${reason(error)}.`);
    });
    return {rpcUrl: undefined, gatewayUrl};
  }
  const silent: string[] = [];
  for (const rpcUrl of rpcOf(config, network.name)) {
    let found: number;
    try {
      found = await askChainId(rpcUrl);
    } catch (error) {
      silent.push(`${redact(rpcUrl)} ${reason(error)}`);
      continue;
    }
    if (found === network.chainId) return {rpcUrl, gatewayUrl};
    throw new UserError(
      `RPC_${variable(network)} ${redact(rpcUrl)} is chain ${found}, but the network ${network.name} is chain ` +
        `${network.chainId}: give an endpoint of that chain.`,
    );
  }
  throw new UserError(`RPC_${variable(network)} does not answer (${silent.join('; ')}): check the endpoint.`);
}

/** Height of the newest block an endpoint knows; of its newest finalized block over a gateway. */
export async function headHeight({rpcUrl, gatewayUrl}: Endpoint): Promise<number> {
  if (rpcUrl !== undefined) return quantity(await callRpc(rpcUrl, 'eth_blockNumber', []));
  if (gatewayUrl === undefined) throw new Error('no endpoint');
  const response = await fetch(`${gatewayUrl.replace(/\/$/, '')}/height`, {signal: AbortSignal.timeout(SILENCE_MS)});
  const text = (await response.text()).trim();
  if (!response.ok || !/^\d+$/.test(text)) throw new Error(`answered HTTP ${response.status}`);
  return parseInt(text, 10);
}

/** Hash of the block at a height, or null where the chain has none. */
export async function blockHash(rpcUrl: string, height: number): Promise<string | null> {
  const block = await callRpc(rpcUrl, 'eth_getBlockByNumber', [`0x${height.toString(16)}`, false]);
  return block === null ? null : String((block as {hash: unknown}).hash);
}

const askChainId = async (rpcUrl: string): Promise<number> => quantity(await callRpc(rpcUrl, 'eth_chainId', []));

/** @throws Error whose message does not contain the URL */
async function callRpc(url: string, method: string, params: readonly unknown[]): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify({jsonrpc: '2.0', id: 1, method, params}),
    signal: AbortSignal.timeout(SILENCE_MS),
  });
  const text = await response.text();
  let answer: {result?: unknown; error?: {message?: string}};
  try {
    answer = JSON.parse(text) as typeof answer;
  } catch {
    throw new Error(`answered HTTP ${response.status} without JSON`);
  }
  if (answer.error !== undefined)
    throw new Error(`refused ${method}: ${redactText(String(answer.error.message), [url])}`);
  if (!response.ok || answer.result === undefined) throw new Error(`answered HTTP ${response.status} to ${method}`);
  return answer.result;
}

function quantity(answer: unknown): number {
  if (typeof answer !== 'string' || !/^0x[0-9a-f]+$/i.test(answer))
    throw new Error('answered with something that is no quantity');
  return parseInt(answer, 16);
}

/** fetch hides why it failed in the cause. */
function reason(error: unknown): string {
  const {name, message, cause} = error as Error & {cause?: NodeJS.ErrnoException};
  if (name === 'TimeoutError') return `was silent for ${SILENCE_MS / 1000} s`;
  return message === 'fetch failed'
    ? `cannot be reached (${cause?.code ?? cause?.message ?? 'network error'})`
    : message;
}

const variable = (network: Network): string => networkKey(network.name).toUpperCase();
