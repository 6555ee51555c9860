import {CommanderError} from 'commander';
import {commandLine} from './commandLine';
import {BusyError, DifferenceFound, UserError} from './domain/errors';
import {SENTENCE_PREFIX} from './supervisor/processorChild';

const DONE = 0;
const FAILED = 1;
const BAD_INPUT = 2;
const BUSY = 75;

/** Runs a command line; returns its exit code after saying on stderr what was wrong. */
export async function run(argv: readonly string[]): Promise<number> {
  try {
    await commandLine().parseAsync([...argv]);
    return DONE;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : BAD_INPUT;
    const isExpected = [UserError, BusyError, DifferenceFound].some((kind) => error instanceof kind);
    const told = !(error instanceof Error)
      ? String(error)
      : isExpected
        ? error.message
        : (error.stack ?? error.message);
    process.stderr.write(`${SENTENCE_PREFIX}${told}\n`);
    return error instanceof UserError ? BAD_INPUT : error instanceof BusyError ? BUSY : FAILED;
  }
}

if (require.main === module) {
  // Deprecations of libraries are for their users, not for whoever runs a command; --trace-deprecation shows them.
  process.noDeprecation = !('traceDeprecation' in process && process.traceDeprecation === true);
  void run(process.argv).then((code) => process.exit(code));
}
