import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {blockHash, findEndpoint, headHeight} from './endpoint';
import {parseNetwork} from './networks';
import {loadConfig} from '../config';

const network = parseNetwork(
  {
    name: 'trial',
    chainId: 7,
    finalityConfirmation: 1,
    startBlock: 0,
    contracts: [{role: 'aid', name: 'AID', address: `0x${'aa'.repeat(20)}`, fromBlock: 0}],
  },
  'trial.json',
);
const servers: Server[] = [];

/** A node that answers every call with the same text; undefined hangs up. */
async function node(answer: string | undefined): Promise<string> {
  const server = createServer((request, response) => (answer === undefined ? request.destroy() : response.end(answer)));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/secret-key`;
}

const result = (value: unknown): string => JSON.stringify({jsonrpc: '2.0', id: 1, result: value});
const find = (env: Record<string, string>) => findEndpoint(network, loadConfig(env));

afterAll(() => {
  for (const server of servers) server.close();
});

test('the first endpoint that answers is taken, in order of preference', async () => {
  const [dead, good, other] = [await node(undefined), await node(result('0x7')), await node(result('0x7'))];
  expect((await find({RPC_TRIAL: `${dead},${good},${other}`})).rpcUrl).toBe(good);
});

test('an endpoint of another chain is refused, naming both chains and not the key', async () => {
  const error = await find({RPC_TRIAL: await node(result('0x1'))}).catch((reason: unknown) => reason as Error);
  expect(error).toMatchObject({name: 'UserError'});
  expect((error as Error).message).toMatch(/^RPC_TRIAL http:.* is chain 1, but the network trial is chain 7/);
  expect((error as Error).message).not.toContain('secret-key');
});

test.each([
  ['nothing that answers', undefined, /RPC_TRIAL does not answer .*cannot be reached/],
  ['a web page', '<html>', /without JSON/],
  ['a refusal', JSON.stringify({error: {message: 'no quota'}}), /refused eth_chainId: no quota/],
  ['nonsense', result({}), /no quantity/],
])('an RPC that gives %s is refused with the reason', async (_case, answer, message) => {
  const error = await find({RPC_TRIAL: await node(answer)}).catch((reason: unknown) => reason as Error);
  expect(error).toMatchObject({name: 'UserError', message: expect.stringMatching(message) as string});
  expect((error as Error).message).not.toContain('secret-key');
});

test('a gateway alone is enough, and one that does not speak its protocol is refused', async () => {
  const gateway = await node('12345');
  const endpoint = await find({GATEWAY_TRIAL: gateway});
  expect(endpoint).toEqual({rpcUrl: undefined, gatewayUrl: gateway});
  expect(await headHeight(endpoint)).toBe(12345);
  await expect(find({GATEWAY_TRIAL: await node('<html>')})).rejects.toThrow(/^GATEWAY_TRIAL .* cannot be used/);
});

test('with neither, the variable to set is named', async () => {
  await expect(find({})).rejects.toThrow(/^RPC_TRIAL is not set/);
});

test('a height without a block has no hash', async () => {
  expect(await blockHash(await node(result(null)), 9)).toBeNull();
  expect(await blockHash(await node(result({hash: '0xab'})), 9)).toBe('0xab');
});
