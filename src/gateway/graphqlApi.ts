import {openreaderExecute} from '@subsquid/openreader/lib/util/execute';
import {Server} from '@subsquid/graphql-server/lib/server';
import {parse, printSchema, specifiedRules, validate, type DocumentNode, type GraphQLSchema} from 'graphql';
import type {Logger} from 'pino';
import {publishToSdk} from '../config';
import {argumentErrors} from './argumentLimits';
import {publicError, type PublicError} from './publicError';
import {readOnlyUrl} from './readOnlyUrl';

const MAX_ROOT_FIELDS = 10;
const MAX_RESPONSE_NODES = 20_000;
const MAX_VALIDATION_ERRORS = 5;
const STATEMENT_TIMEOUT_MS = 5_000;
const ANSWER_TIMEOUT_MS = 10_000;
const POOL_SIZE = 5;
/** Requests that run or wait for a connection; more are refused at once */
const MAX_IN_FLIGHT = 50;

export interface GraphqlRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
}

export interface GraphqlReply {
  readonly status: number;
  readonly body: {readonly data?: unknown; readonly errors?: readonly PublicError[]};
}

export interface GraphqlApi {
  /** The schema in SDL */
  readonly sdl: string;
  answer(request: GraphqlRequest): Promise<GraphqlReply>;
  close(): Promise<void>;
}

interface RequestContext {
  readonly openreader: {close(): Promise<void>};
}

/** Members of the SDK's server that it keeps to itself; its version is pinned. */
interface ServerParts {
  schema(): Promise<GraphQLSchema>;
  context(): Promise<() => RequestContext>;
  readonly disposals: (() => Promise<void>)[];
}

const refusal = (status: number, code: string, message: string): GraphqlReply => ({
  status,
  body: {errors: [{message, extensions: {code}}]},
});

/**
 * The SDK's GraphQL (rows through OpenReader, questions through lib/server-extension/resolvers) inside this process,
 * on read-only connections of their own.
 * @param projectDir holds schema.graphql and the compiled lib/
 */
export async function openGraphqlApi(dbUrl: string, projectDir: string, log: Logger): Promise<GraphqlApi> {
  const server = new Server({
    dir: projectDir,
    maxResponseNodes: MAX_RESPONSE_NODES,
    sqlStatementTimeout: STATEMENT_TIMEOUT_MS,
    squidStatus: false,
    subscriptions: false,
  }) as unknown as ServerParts;
  const close = async () => {
    for (const dispose of server.disposals.splice(0).reverse()) await dispose();
  };
  const restore = publishToSdk({DB_URL: readOnlyUrl(dbUrl), GQL_DB_CONNECTION_POOL_SIZE: String(POOL_SIZE)});
  try {
    const schema = await server.schema();
    const newContext = await server.context();
    return {sdl: printSchema(schema), answer: answering(schema, newContext, log), close};
  } catch (error) {
    await close();
    throw error;
  } finally {
    restore();
  }
}

function answering(schema: GraphQLSchema, newContext: () => RequestContext, log: Logger): GraphqlApi['answer'] {
  let inFlight = 0;
  return async ({query, variables, operationName}) => {
    let document: DocumentNode;
    try {
      document = parse(query);
    } catch (error) {
      return refusal(400, 'GRAPHQL_PARSE_FAILED', (error as Error).message);
    }
    const invalid = validate(schema, document, specifiedRules, undefined, {maxErrors: MAX_VALIDATION_ERRORS});
    const refused = invalid.length > 0 ? invalid : argumentErrors(document, variables);
    if (refused.length > 0) return {status: 400, body: {errors: refused.map((error) => publicError(error, log))}};
    if (inFlight >= MAX_IN_FLIGHT) return refusal(503, 'BUSY', 'too many requests at the same time: try again');

    inFlight++;
    const contextValue = newContext();
    const args = {schema, document, rootValue: {}, contextValue, variableValues: {...variables}, operationName};
    const execution = openreaderExecute(args, {maxRootFields: MAX_ROOT_FIELDS});
    const ended = execution
      .finally(() => contextValue.openreader.close())
      .finally(() => inFlight--)
      .catch((error: unknown) => log.error({err: error}, 'a request could not be ended'));
    const result = await withinTime(execution);
    if (result === undefined) {
      // Closing the transaction makes what the request still wants to read fail.
      contextValue.openreader.close().catch((error: unknown) => log.warn({err: error}, 'closing a slow request'));
      return refusal(503, 'TIMEOUT', `the answer took more than ${ANSWER_TIMEOUT_MS / 1000} s: ask for less`);
    }
    await ended;
    const errors = result.errors?.map((error) => publicError(error, log));
    const body = {
      ...('data' in result ? {data: result.data} : {}),
      ...(errors === undefined ? {} : {errors}),
    };
    return {status: 'data' in result ? 200 : 400, body};
  };
}

async function withinTime<T>(work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ANSWER_TIMEOUT_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
