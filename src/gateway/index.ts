import Fastify, {type FastifyInstance} from 'fastify';
import {Pool} from 'pg';
import pino, {type Logger} from 'pino';
import {PROJECT_DIR, type Config} from '../config';
import {UserError} from '../domain/errors';
import {serveConsole} from './console';
import {openGraphqlApi, type GraphqlApi, type GraphqlRequest} from './graphqlApi';
import {unreadiness} from './readiness';
import {readOnlyUrl} from './readOnlyUrl';

const BODY_LIMIT_BYTES = 64 * 1024;
const REQUEST_TIMEOUT_MS = 10_000;
const READINESS_TIMEOUT_MS = 2_000;

export interface GatewayOptions {
  /** `dbUrl` must be set */
  readonly config: Config;
  /** 0 asks the system for a free port */
  readonly port: number;
  /** Address to listen on; loopback unless said otherwise */
  readonly host?: string;
  readonly projectDir?: string;
  readonly log?: Logger;
}

export interface Gateway {
  /** Where it listens, without a slash at the end */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * The one HTTP port: GraphQL with its console, the schema, health and readiness.
 * @throws UserError when the port is taken
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const {config, port, host = '127.0.0.1', projectDir = PROJECT_DIR} = options;
  const log = options.log ?? pino({level: config.logLevel}, pino.destination(2));
  const {dbUrl} = config;
  if (dbUrl === undefined) throw new Error('startGateway needs the URL of a database');

  const api = await openGraphqlApi(dbUrl, projectDir, log);
  const pool = new Pool({
    connectionString: readOnlyUrl(dbUrl),
    max: 2,
    connectionTimeoutMillis: READINESS_TIMEOUT_MS,
    statement_timeout: READINESS_TIMEOUT_MS,
  });
  pool.on('error', (error) => log.warn({err: error}, 'an idle database connection was lost'));
  const app = Fastify({bodyLimit: BODY_LIMIT_BYTES, requestTimeout: REQUEST_TIMEOUT_MS, forceCloseConnections: true});
  const close = async () => {
    await app.close();
    await pool.end();
    await api.close();
  };
  try {
    addRoutes(app, api, pool, log);
    await app.listen({port, host});
  } catch (error) {
    await close();
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw portInUse(port);
    throw error;
  }
  const address = app.server.address();
  const shownHost = host.includes(':') ? `[${host}]` : host;
  return {url: `http://${shownHost}:${typeof address === 'object' && address !== null ? address.port : port}`, close};
}

export const portInUse = (port: number): UserError =>
  new UserError(`The port ${port} is in use: stop what listens there, or choose another with HTTP_PORT or --port.`);

function addRoutes(app: FastifyInstance, api: GraphqlApi, pool: Pool, log: Logger): void {
  // A form or a plain text body could be sent by any web page without being asked for permission.
  app.removeContentTypeParser('text/plain');
  app.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff');
  });
  app.setErrorHandler((error: Error & {statusCode?: number}, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) log.error({err: error}, 'a request failed');
    return reply.code(status).send({errors: [{message: status >= 500 ? 'internal error' : error.message}]});
  });
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({errors: [{message: 'not found'}]}));

  app.get('/', (_request, reply) => reply.redirect('/graphql'));
  serveConsole(app);
  app.post('/graphql', async (request, reply) => {
    const asked = graphqlRequest(request.body);
    if (typeof asked === 'string') return reply.code(400).send({errors: [{message: asked}]});
    const {status, body} = await api.answer(asked);
    if (status === 503) reply.header('retry-after', '1');
    return reply.code(status).header('cache-control', 'no-store').send(body);
  });
  app.get('/schema.graphql', (_request, reply) => reply.type('text/plain; charset=utf-8').send(api.sdl));
  app.get('/healthz', (_request, reply) => reply.send({status: 'up'}));
  app.get('/readyz', async (_request, reply) => {
    const reasons = await unreadiness(pool).catch((error: unknown) => {
      log.warn({err: error}, 'readiness could not be read');
      return ['the database does not answer'];
    });
    const ready = reasons.length === 0;
    return reply
      .code(ready ? 200 : 503)
      .send(ready ? {status: 'ready'} : {status: 'not ready', reason: reasons.join('; ')});
  });
}

/** The request in a body, or what is wrong with it. */
function graphqlRequest(body: unknown): GraphqlRequest | string {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return 'the body must be one JSON object';
  const {query, variables, operationName} = body as Record<string, unknown>;
  if (typeof query !== 'string') return 'the body must have a query in text';
  if (variables !== undefined && (typeof variables !== 'object' || Array.isArray(variables))) {
    return 'variables must be an object';
  }
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') {
    return 'operationName must be text';
  }
  return {query, variables: (variables ?? {}) as Record<string, unknown>, operationName: operationName ?? undefined};
}
