import {readFileSync} from 'node:fs';
import path from 'node:path';
import {Command, CommanderError, InvalidArgumentError} from 'commander';
import type {AttestOptions} from './commands/attest';
import type {DevnetCommandOptions} from './commands/devnet';
import type {ProcessOptions} from './commands/process';
import type {PublishOptions} from './commands/publish';
import type {ServeOptions} from './commands/serve';
import type {StatusOptions} from './commands/status';
import {PROJECT_DIR} from './config';
import {BusyError, UserError} from './domain/errors';
import {SENTENCE_PREFIX} from './supervisor/processorChild';
import type {UpOptions} from './up';

const DONE = 0;
const FAILED = 1;
const BAD_INPUT = 2;
const BUSY = 75;

const between = (least: number, most: number) => (text: string) => {
  const value = /^\d{1,15}$/.test(text) ? parseInt(text, 10) : NaN;
  if (!(value >= least && value <= most))
    throw new InvalidArgumentError(`Expected a whole number from ${least} to ${most}.`);
  return value;
};

const port = between(0, 65535);
const LOOPBACK = '127.0.0.1';
/** At one block a day, the local chain still keeps the state of every block */
const MOST_DAYS = 2976;

/** Builds the command line. Each command is loaded when it is called, so that help and errors are quick. */
export function commandLine(): Command {
  const {version} = JSON.parse(readFileSync(path.join(PROJECT_DIR, 'package.json'), 'utf8')) as {version: string};
  const program = new Command('gaib-squid')
    .description(
      'Event-sourced indexer and analytics for GAIB: the backing of AID, the yield of sAID, the revenue of AI infrastructure',
    )
    .version(version)
    .exitOverride()
    .showHelpAfterError('(--help says more)')
    .addHelpText('after', EXAMPLES);

  program
    .command('up')
    .description('run everything: PostgreSQL, a chain, the processor, the API')
    .option('--network <name>', 'a real network (a name or a file) instead of the local chain')
    .option('--seed <number>', 'varies the local chain', between(0, 2 ** 31 - 1), 1)
    .option('--days <number>', 'days the local chain has lived', between(1, MOST_DAYS), 365)
    .option('--fresh', 'forget the local chain and its database first', false)
    .option('--once', 'index to the head, print the answers, stop', false)
    .option('--port <port>', 'instead of HTTP_PORT; 0 takes a free one', port)
    .option('--host <address>', 'address to listen on', LOOPBACK)
    .action(async (options: UpOptions) => (await import('./commands/up.js')).upCommand(options));

  program
    .command('devnet')
    .description('run the local chain alone')
    .option('--seed <number>', 'varies the chain', between(0, 2 ** 31 - 1), 1)
    .option('--days <number>', 'days it has lived', between(1, MOST_DAYS), 365)
    .option('--fresh', 'forget the recorded chain first', false)
    .option('--live', 'go on after the last recorded day, a block every 5 s', false)
    .action(async (options: DevnetCommandOptions) => (await import('./commands/devnet.js')).devnetCommand(options));

  program
    .command('process')
    .description('index one chain')
    .requiredOption('--network <name>', 'a name in networks/ or DATA_DIR/networks/, or a path to a JSON file')
    .option('--to <height>', 'stop once this block is committed', between(0, 2 ** 31 - 1))
    .action(async (options: ProcessOptions) => (await import('./commands/process.js')).processCommand(options));

  program
    .command('serve')
    .description('serve GraphQL from a database')
    .option('--port <port>', 'instead of HTTP_PORT; 0 takes a free one', port)
    .option('--host <address>', 'address to listen on', LOOPBACK)
    .action(async (options: ServeOptions) => (await import('./commands/serve.js')).serveCommand(options));

  program
    .command('status')
    .description('how far each chain is indexed')
    .option('--json', 'one JSON document on stdout', false)
    .action(async (options: StatusOptions) => (await import('./commands/status.js')).statusCommand(options));

  program
    .command('attest')
    .description('hand in reports of what is attested off chain: reserves, schedules, accounts')
    .argument('<files...>', 'JSON files, each one report or an array of them (docs/attestations.md)')
    .option('--dry-run', 'check everything, write nothing', false)
    .addHelpText('after', ATTEST_EXAMPLES)
    .action(async (files: string[], options: AttestOptions) =>
      (await import('./commands/attest.js')).attestCommand(files, options),
    );

  program
    .command('publish')
    .description('publish the daily closes that are final, and restate those that other formulas changed')
    .option('--check', 'write nothing: is every published value what is computed now?', false)
    .option('--json', 'one JSON document on stdout', false)
    .addHelpText('after', PUBLISH_EXAMPLES)
    .action(async (options: PublishOptions) => {
      process.exitCode = await (await import('./commands/publish.js')).publishCommand(options);
    });

  for (const command of program.commands) command.exitOverride().showHelpAfterError('(--help says more)');
  return program;
}

const EXAMPLES = `
Examples:
  gaib-squid up                                     a year of the protocol on a local chain, indexed and served
  gaib-squid up --once --days 90 --seed 7           the first 90 days of another history, then stop
  RPC_ETHEREUM=https://... gaib-squid up --network ethereum
  gaib-squid process --network ethereum --to 23700000
  gaib-squid status --json
  gaib-squid attest reserves-2026-07.json

Exit codes: 0 done, 1 failed, 2 bad arguments or configuration, 75 locked by another process.`;

const ATTEST_EXAMPLES = `
All reports of one call are taken, or none; one that is held already is left alone. A report is folded with the next
block of its chain whose time is at or after its publication, also while gaib-squid up is running.

Examples:
  gaib-squid attest reserves-2026-07.json           the reserves as of the end of July
  gaib-squid attest --dry-run deals/*.json          would they be taken?

Exit codes: 0 handed in or already held, 1 failed, 2 a report is refused.`;

const PUBLISH_EXAMPLES = `
gaib-squid up publishes by itself, every minute; this is for a processor that runs alone. It goes on where it was stopped.
docs/restatements.md says what is published, and when.

Examples:
  gaib-squid publish
  gaib-squid publish --check --json                 has a past value changed without a restatement?

Exit codes: 0 done, 1 a published value differs or it failed, 75 another process publishes.`;

/** Runs a command line; returns its exit code after saying on stderr what was wrong. */
export async function run(argv: readonly string[]): Promise<number> {
  try {
    await commandLine().parseAsync([...argv]);
    return process.exitCode === undefined ? DONE : Number(process.exitCode);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : BAD_INPUT;
    const isExpected = error instanceof UserError || error instanceof BusyError;
    const told = isExpected ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`${SENTENCE_PREFIX}${told}\n`);
    return error instanceof UserError ? BAD_INPUT : error instanceof BusyError ? BUSY : FAILED;
  }
}

if (require.main === module) {
  // Deprecations of libraries are for their users, not for whoever runs a command; --trace-deprecation shows them.
  process.noDeprecation = !('traceDeprecation' in process && process.traceDeprecation === true);
  void run(process.argv).then((code) => process.exit(code));
}
