/** The world contradicts the model: the batch rolls back and a human looks. Never caught, never retried. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';

  /**
   * @param sentence one sentence that says what was contradicted
   * @param facts printed as `key: value` lines under it
   */
  constructor(sentence: string, facts: Readonly<Record<string, unknown>> = {}) {
    super([sentence, ...Object.entries(facts).map(([key, value]) => `${key}: ${String(value)}`)].join('\n'));
  }
}

/** Bad arguments or configuration: one sentence that names the thing, what was found and what to do. Exit code 2. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** Somebody else holds the lock; trying again later is right. Exit code 75. */
export class BusyError extends Error {
  override readonly name = 'BusyError';
}

/** A check that ran to its end found a difference, which it has printed. Exit code 1. */
export class DifferenceFound extends Error {
  override readonly name = 'DifferenceFound';
}
