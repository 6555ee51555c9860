import {z} from 'zod';
import {redact} from './config';
import {UserError} from './domain/errors';

/** The node answered, with an error. */
export class RpcFailure extends Error {
  override readonly name = 'RpcFailure';
}

export const SILENCE_MS = 10_000;

const answer = z.union([
  z.object({error: z.object({message: z.string()})}),
  z.object({result: z.unknown().refine((result) => result !== undefined)}),
]);

/**
 * One question to a node, before the SDK takes over.
 * @throws UserError when nothing answers within 10 s or the answer is no JSON-RPC; RpcFailure when the node refuses
 */
export async function ask<T>(rpcUrl: string, method: string, params: unknown[]): Promise<T> {
  const {status, text} = await post(rpcUrl, {jsonrpc: '2.0', id: 1, method, params});
  const parsed = answer.safeParse(parseJson(text));
  if (!parsed.success) {
    throw new UserError(
      `The RPC ${redact(rpcUrl)} answers HTTP ${status} and no JSON-RPC; check the address and its key.`,
    );
  }
  if ('error' in parsed.data) throw new RpcFailure(`${method}: ${parsed.data.error.message}`);
  return parsed.data.result as T;
}

/** The limit holds for the whole answer: a node may also fall silent once it has begun. */
async function post(rpcUrl: string, body: object): Promise<{status: number; text: string}> {
  try {
    const response = await fetch(rpcUrl, {
      method: 'POST',
      headers: {'content-type': 'application/json'},
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(SILENCE_MS),
    });
    return {status: response.status, text: await response.text()};
  } catch (error) {
    const {name} = error as Error;
    const why = name === 'TimeoutError' ? `no answer within ${SILENCE_MS / 1000} s` : causeOf(error as Error);
    throw new UserError(
      `The RPC ${redact(rpcUrl)} cannot be asked (${why}); check that the node runs and the address is right.`,
    );
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** fetch hides why it failed in its cause. */
function causeOf(error: Error): string {
  const cause = error.cause as {message?: string; code?: string} | undefined;
  return [cause?.message, cause?.code, error.message].find((text) => text !== undefined && text !== '') ?? 'unknown';
}
