import type {GraphQLError} from 'graphql';
import type {Logger} from 'pino';
import {UserError} from '../domain/errors';

/** An error as a client sees it: never SQL, a stack or the text of an unexpected failure. */
export interface PublicError {
  readonly message: string;
  readonly locations?: GraphQLError['locations'];
  readonly path?: GraphQLError['path'];
  readonly extensions: {readonly code: string};
}

/** SQLSTATE of a statement that was cancelled because it took too long. */
const QUERY_CANCELED = '57014';

/**
 * What a client may see of an error. Errors of the request (syntax, validation, variables, BAD_USER_INPUT) pass; all
 * others are logged and replaced by one sentence.
 */
export function publicError(error: GraphQLError, log: Logger): PublicError {
  const place = {
    ...(error.locations === undefined ? {} : {locations: error.locations}),
    ...(error.path === undefined ? {} : {path: error.path}),
  };
  const cause = error.originalError ?? undefined;
  const code: unknown = error.extensions?.code;
  if (code === 'BAD_USER_INPUT' || cause instanceof UserError) {
    return {message: error.message, ...place, extensions: {code: 'BAD_USER_INPUT'}};
  }
  if (cause === undefined) {
    const extensions = {code: typeof code === 'string' ? code : 'GRAPHQL_VALIDATION_FAILED'};
    return {message: error.message, ...place, extensions};
  }
  log.error({err: cause, path: error.path?.join('.')}, 'a field could not be answered');
  return 'code' in cause && cause.code === QUERY_CANCELED
    ? {message: 'the query took too long: ask for less', ...place, extensions: {code: 'QUERY_TIMEOUT'}}
    : {message: 'internal error', ...place, extensions: {code: 'INTERNAL_SERVER_ERROR'}};
}
