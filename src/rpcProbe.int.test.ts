import {UserError} from './domain/errors';
import {ask, RpcFailure, SILENCE_MS} from './rpcProbe';
import {nodeThatSays, silentNode, type FakeNode} from './test/harness/rpcProxy';

const open: FakeNode[] = [];
const opened = async (node: Promise<FakeNode>): Promise<FakeNode> => {
  open.push(await node);
  return node;
};
afterEach(async () => {
  for (const node of open.splice(0)) await node.close();
});

/** The complaint about a question, which must be one sentence of a UserError. */
async function complaint(url: string): Promise<string> {
  const error: unknown = await ask(url, 'eth_chainId', []).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UserError);
  const {message} = error as UserError;
  expect(message).toMatch(/^[^\n]+[.]$/);
  return message;
}

test('the answer to a question is handed over as it is', async () => {
  const {url} = await opened(nodeThatSays('{"jsonrpc":"2.0","id":1,"result":"0x7a69"}'));
  expect(await ask(url, 'eth_chainId', [])).toBe('0x7a69');
});

test('a refusal of the node is told from a node that cannot be asked', async () => {
  const {url} = await opened(nodeThatSays('{"jsonrpc":"2.0","id":1,"error":{"code":-32000,"message":"pruned"}}'));
  await expect(ask(url, 'eth_call', [])).rejects.toThrow(new RpcFailure('eth_call: pruned'));
});

test('a node that is silent for 10 s is named, whether or not it has begun to answer', async () => {
  const urls = await Promise.all([silentNode(), silentNode(true)].map(async (node) => (await opened(node)).url));
  const begun = performance.now();
  expect(await Promise.all(urls.map(complaint))).toEqual(
    urls.map(
      (url) =>
        `The RPC ${url} cannot be asked (no answer within 10 s); check that the node runs and the address is right.`,
    ),
  );
  expect(performance.now() - begun).toBeGreaterThan(SILENCE_MS - 100);
});

test('an address where nothing listens is named with what was found', async () => {
  const gone = await silentNode();
  await gone.close();
  expect(await complaint(gone.url)).toMatch(/^The RPC http:\S+ cannot be asked \(.*ECONNREFUSED.*\); check /);
});

test.each([
  ['<html>Unauthorized</html>', 401],
  ['', 502],
  ['null', 200],
  ['[]', 200],
  ['{"error":"unknown project"}', 403],
])('an answer that is no JSON-RPC (%j) is named with its HTTP status', async (text, status) => {
  const {url} = await opened(nodeThatSays(text, status));
  const message = await complaint(url);
  expect(message).toContain(`The RPC ${url}`);
  expect(message).toContain(String(status));
});

test('a key in the address is not shown', async () => {
  const {url} = await opened(nodeThatSays('no JSON', 401));
  expect(await complaint(`${url}/v2/s3cr3t-key?apikey=s3cr3t-too`)).not.toMatch(/s3cr3t/);
});
