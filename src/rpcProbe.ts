import {redact} from './config';
import {UserError} from './domain/errors';

/** The node answered, with an error. */
export class RpcFailure extends Error {
  override readonly name = 'RpcFailure';
}

export const SILENCE_MS = 10_000;

/**
 * One question to a node, before the SDK takes over.
 * @throws UserError when nothing answers within 10 s or the answer is no JSON-RPC; RpcFailure when the node refuses
 */
export async function ask<T>(rpcUrl: string, method: string, params: unknown[]): Promise<T> {
  const {error, result} = await post(rpcUrl, {jsonrpc: '2.0', id: 1, method, params});
  if (error !== undefined) throw new RpcFailure(`${method}: ${error.message}`);
  return result as T;
}

async function post(rpcUrl: string, body: object): Promise<{result?: unknown; error?: {message: string}}> {
  const shown = redact(rpcUrl);
  const response = await fetch(rpcUrl, {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(SILENCE_MS),
  }).catch((error: Error) => {
    const why = error.name === 'TimeoutError' ? `no answer within ${SILENCE_MS / 1000} s` : causeOf(error);
    throw new UserError(
      `The RPC ${shown} cannot be asked (${why}); check that the node runs and the address is right.`,
    );
  });
  const text = await response.text();
  try {
    return JSON.parse(text) as {result?: unknown; error?: {message: string}};
  } catch {
    throw new UserError(`The RPC ${shown} answers HTTP ${response.status} and no JSON; check the address and its key.`);
  }
}

function causeOf(error: Error): string {
  const {cause} = error;
  return cause instanceof Error ? cause.message || cause.name : error.message;
}
