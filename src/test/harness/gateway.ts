import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {Rpc} from '../../devnet/rpc';

interface Query {
  readonly fromBlock: number;
  readonly toBlock?: number;
  readonly includeAllBlocks?: boolean;
  readonly logs?: readonly {address?: string[]; topic0?: string[]; topic1?: string[]; topic2?: string[]}[];
}

interface RpcLog {
  readonly address: string;
  readonly topics: readonly string[];
  readonly data: string;
  readonly transactionHash: string;
  readonly transactionIndex: string;
  readonly logIndex: string;
}

/** Blocks an answer covers at most, so that history takes several. */
const SPAN = 25;

/** The gateway protocol of the SQD network, in front of a node: what it hands over are blocks up to a final height. */
export async function serveGateway(
  rpcUrl: string,
  finalHeight: number,
): Promise<{url: string; close(): Promise<void>}> {
  const rpc = new Rpc(rpcUrl);
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (piece: string) => (body += piece));
    request.on('end', () => {
      const text = request.method === 'POST' ? blocks(rpc, JSON.parse(body) as Query, finalHeight) : plain(request.url);
      void text.then((answer) => {
        response.writeHead(200, {'content-type': request.method === 'POST' ? 'application/json' : 'text/plain'});
        response.end(answer);
      });
    });
  });
  const plain = (url = ''): Promise<string> =>
    Promise.resolve(url.endsWith('/height') ? `${finalHeight}` : `${origin}/worker`);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: origin,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function blocks(rpc: Rpc, query: Query, finalHeight: number): Promise<string> {
  const last = Math.min(query.toBlock ?? finalHeight, finalHeight, query.fromBlock + SPAN - 1);
  const found: unknown[] = [];
  for (let height = query.fromBlock; height <= last; height++) {
    const number = `0x${height.toString(16)}`;
    const header = await rpc.call<{hash: string; parentHash: string; timestamp: string}>(
      'eth_getBlockByNumber',
      number,
      false,
    );
    const logs = await rpc.call<RpcLog[]>('eth_getLogs', {fromBlock: number, toBlock: number});
    const wanted = logs.filter((log) => (query.logs ?? []).some((one) => matches(log, one)));
    if (wanted.length === 0 && query.includeAllBlocks !== true && height !== last) continue;
    const {hash, parentHash, timestamp} = header;
    found.push({header: {number: height, hash, parentHash, timestamp: Number(timestamp)}, logs: wanted.map(toLog)});
  }
  return JSON.stringify(found);
}

function matches(log: RpcLog, {address, topic0, topic1, topic2}: NonNullable<Query['logs']>[number]): boolean {
  const is = (wanted: string[] | undefined, value: string | undefined): boolean =>
    wanted === undefined || wanted.includes(value ?? '');
  const [first, second, third] = log.topics;
  return is(address, log.address) && is(topic0, first) && is(topic1, second) && is(topic2, third);
}

const toLog = ({address, topics, data, transactionHash, transactionIndex, logIndex}: RpcLog) => ({
  address,
  topics,
  data,
  transactionHash,
  transactionIndex: Number(transactionIndex),
  logIndex: Number(logIndex),
});
