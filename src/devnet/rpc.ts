/** One JSON-RPC call: method and parameters. */
export type RpcCall = readonly [method: string, params: readonly unknown[]];

interface RpcReply {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: {readonly code: number; readonly message: string; readonly data?: unknown};
}

/** The node answered a call with an error. */
export class RpcError extends Error {
  override readonly name = 'RpcError';

  constructor(
    readonly method: string,
    readonly code: number,
    reason: string,
    readonly data?: unknown,
  ) {
    super(`${method}: ${reason} (${code})`);
  }
}

/** Nobody answered, or not in time. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

/** A JSON-RPC client for the local chain: node's fetch keeps the connection alive. */
export class Rpc {
  private nextId = 1;

  /**
   * @param url http://127.0.0.1:port
   * @param timeoutMs a request without an answer for so long fails
   */
  constructor(
    readonly url: string,
    private readonly timeoutMs = 60_000,
  ) {}

  /** @throws RpcError when the node refuses, UnreachableError when it does not answer */
  async call<T>(method: string, ...params: readonly unknown[]): Promise<T> {
    const [answer] = await this.batch([[method, params]]);
    return answer as T;
  }

  /**
   * Sends the calls in one request; the answers come in the order of the calls.
   * anvil may work them off concurrently: a call that depends on another belongs in a later request.
   * @throws RpcError for the first call the node refused, UnreachableError when it does not answer
   */
  async batch(calls: readonly RpcCall[]): Promise<unknown[]> {
    const first = this.nextId;
    this.nextId += calls.length;
    const body = calls.map(([method, params], i) => ({jsonrpc: '2.0', id: first + i, method, params}));
    const replies = await this.post(JSON.stringify(body));
    const byId = new Map(replies.map((reply) => [reply.id, reply]));
    return calls.map(([method], i) => {
      const reply = byId.get(first + i);
      if (reply === undefined) throw new Error(`The local chain did not answer ${method}.`);
      if (reply.error !== undefined)
        throw new RpcError(method, reply.error.code, reply.error.message, reply.error.data);
      return reply.result;
    });
  }

  private async post(body: string): Promise<RpcReply[]> {
    try {
      const headers = {'content-type': 'application/json'};
      const response = await fetch(this.url, {
        method: 'POST',
        headers,
        body,
        signal: AbortSignal.timeout(this.timeoutMs),
      });
      if (response.ok) return (await response.json()) as RpcReply[];
      throw new UnreachableError(
        `The local chain answered HTTP ${response.status}: ${(await response.text()).slice(0, 200)}`,
      );
    } catch (error) {
      if (error instanceof UnreachableError) throw error;
      throw new UnreachableError(`The local chain does not answer at ${this.url}: ${reason(error)}`, {cause: error});
    }
  }
}

function reason(error: unknown): string {
  const {cause, message} = error as Error;
  return cause instanceof Error ? cause.message : message;
}
