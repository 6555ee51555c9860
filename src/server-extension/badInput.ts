import {UserError} from '../domain/errors';

/** What a reader asked for cannot be answered: one sentence, which GraphQL passes on under BAD_USER_INPUT. */
export class BadInput extends UserError {
  readonly extensions = {code: 'BAD_USER_INPUT'};
}

/** A domain function refuses bad arguments with a UserError; the reader gets its sentence as BAD_USER_INPUT. */
export function orBadInput<T>(compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    throw error instanceof UserError ? new BadInput(error.message) : error;
  }
}
