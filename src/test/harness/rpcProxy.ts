import {createServer, type IncomingMessage, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';

/** One JSON-RPC question as it came in. */
export interface Question {
  readonly id: number;
  readonly method: string;
  readonly params: readonly unknown[];
}

/** What a proxy answers instead of the node; undefined lets the node answer. */
export type Intercept = (question: Question) => Promise<Verdict | undefined> | Verdict | undefined;

/** A question without parameters may leave them out. */
type Asked = Omit<Question, 'params'> & Partial<Question>;

/** An answer in place of the node's. */
export type Verdict = {readonly result: unknown} | {readonly error: {readonly code: number; readonly message: string}};

/** A loopback server that a test closes. */
export interface FakeNode {
  readonly url: string;
  close(): Promise<void>;
}

/** A node in front of a node: every question is first shown to `intercept`. */
export function proxyTo(nodeUrl: string, intercept: Intercept): Promise<FakeNode> {
  return listen(async (body) => {
    const asked = JSON.parse(body) as Asked | Asked[];
    const answers: unknown[] = [];
    for (const question of [asked].flat()) answers.push(await answer(nodeUrl, question, intercept));
    return JSON.stringify(Array.isArray(asked) ? answers : answers[0]);
  });
}

/** A server that says this to whatever it is asked. */
export const nodeThatSays = (text: string, status = 200): Promise<FakeNode> =>
  listen(() => Promise.resolve(text), status);

/** A server that takes every question and never answers; or sends its headers, and then nothing. */
export async function silentNode(afterHeaders = false): Promise<FakeNode> {
  const server = createServer((_request, response) => {
    if (!afterHeaders) return;
    response.writeHead(200, {'content-type': 'application/json'});
    response.flushHeaders();
  });
  return opened(server);
}

async function answer(nodeUrl: string, question: Asked, intercept: Intercept): Promise<unknown> {
  const {id} = question;
  const verdict = await intercept({...question, params: question.params ?? []});
  if (verdict !== undefined) return {jsonrpc: '2.0', id, ...verdict};
  const headers = {'content-type': 'application/json'};
  const response = await fetch(nodeUrl, {method: 'POST', headers, body: JSON.stringify(question)});
  return response.json();
}

async function listen(reply: (body: string) => Promise<string>, status = 200): Promise<FakeNode> {
  const server = createServer((request, response) => {
    readAll(request)
      .then(reply)
      .then((text) => response.writeHead(status, {'content-type': 'application/json'}).end(text))
      .catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  return opened(server);
}

async function opened(server: Server): Promise<FakeNode> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  return {url: `http://127.0.0.1:${port}`, close};
}

async function readAll(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request.setEncoding('utf8')) text += piece as string;
  return text;
}
