import {readFileSync} from 'node:fs';
import path from 'node:path';
import {Command, InvalidArgumentError} from 'commander';
import type {AttestOptions} from './commands/attest';
import type {AuditOptions} from './commands/audit';
import type {DevnetCommandOptions} from './commands/devnet';
import type {DigestOptions} from './commands/digest';
import type {ProcessOptions} from './commands/process';
import type {PublishOptions} from './commands/publish';
import type {ReplayOptions} from './commands/replay';
import type {ServeOptions} from './commands/serve';
import type {StatusOptions} from './commands/status';
import type {VerifyOptions} from './commands/verify';
import {PROJECT_DIR} from './config';
import * as examples from './examples';
import type {UpOptions} from './up';

const between = (least: number, most: number) => (text: string) => {
  const value = /^\d{1,15}$/.test(text) ? parseInt(text, 10) : NaN;
  if (!(value >= least && value <= most))
    throw new InvalidArgumentError(`Expected a whole number from ${least} to ${most}.`);
  return value;
};

const port = between(0, 65535);
const height = between(0, 2 ** 31 - 1);
/** Collects the values of an option that may be given several times. */
const manyHeights = (text: string, before: readonly number[] = []): number[] => [...before, height(text)];
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
    .addHelpText('after', examples.EXAMPLES);

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
    .option('--to <height>', 'stop once this block is committed', height)
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
    .addHelpText('after', examples.ATTEST_EXAMPLES)
    .action(async (files: string[], options: AttestOptions) =>
      (await import('./commands/attest.js')).attestCommand(files, options),
    );

  program
    .command('replay')
    .description('rebuild the rows from the log, without the chain')
    .option('--projection <name>', 'only the rows of this projection')
    .addHelpText('after', examples.REPLAY_EXAMPLES)
    .action(async (options: ReplayOptions) => (await import('./commands/replay.js')).replayCommand(options));

  program
    .command('verify')
    .description('fold the log once more and compare with the tables')
    .option('--json', 'one JSON document on stdout', false)
    .addHelpText('after', examples.VERIFY_EXAMPLES)
    .action(async (options: VerifyOptions) => (await import('./commands/verify.js')).verifyCommand(options));

  program
    .command('digest')
    .description('the digests of all rows; where two installations differ')
    .option('--compare <file>', 'what digest --json of another installation printed')
    .option('--json', 'one JSON document on stdout, with the digest of every block', false)
    .addHelpText('after', examples.DIGEST_EXAMPLES)
    .action(async (options: DigestOptions) => (await import('./commands/digest.js')).digestCommand(options));

  program
    .command('publish')
    .description('publish the daily closes that are final, and restate those that other formulas changed')
    .option('--check', 'write nothing: is every published value what is computed now?', false)
    .option('--json', 'one JSON document on stdout', false)
    .addHelpText('after', examples.PUBLISH_EXAMPLES)
    .action(async (options: PublishOptions) => (await import('./commands/publish.js')).publishCommand(options));

  program
    .command('audit')
    .description('compare the tables as of past blocks with what the chain answers there')
    .requiredOption('--network <name>', 'a network that the database holds')
    .option('--block <heights...>', 'blocks to audit', manyHeights)
    .option('--sample <number>', 'so many blocks drawn from all that are held instead', between(1, 100_000))
    .option('--seed <number>', 'draws the same blocks again', between(0, 2 ** 31 - 1))
    .option('--json', 'one JSON document on stdout', false)
    .addHelpText('after', examples.AUDIT_EXAMPLES)
    .action(async (options: AuditOptions) => (await import('./commands/audit.js')).auditCommand(options));

  for (const command of program.commands) command.exitOverride().showHelpAfterError('(--help says more)');
  return program;
}
