import {run} from './cli';
import {commandLine} from './commandLine';

const output: string[] = [];
beforeEach(() => {
  output.length = 0;
  for (const stream of [process.stdout, process.stderr]) {
    jest.spyOn(stream, 'write').mockImplementation((text) => output.push(String(text)) > 0);
  }
});
afterEach(() => jest.restoreAllMocks());

const cli = (...args: string[]) => run(['node', 'gaib-squid', ...args]);

test('help lists the commands with examples and is not a failure', async () => {
  expect(await cli('--help')).toBe(0);
  for (const name of ['up', 'devnet', 'process', 'serve', 'status', 'attest', 'Examples:', 'Exit codes:']) {
    expect(output.join('')).toContain(name);
  }
  expect(commandLine().commands.map((command) => command.name())).toEqual([
    'up',
    'devnet',
    'process',
    'serve',
    'status',
    'attest',
    'replay',
    'verify',
    'digest',
    'publish',
    'audit',
  ]);
});

test.each([
  [['fly'], "unknown command 'fly'"],
  [['up', '--sed', '1'], "unknown option '--sed'"],
  [
    ['up', '--days', 'many'],
    "option '--days <number>' argument 'many' is invalid. Expected a whole number from 1 to 2976.",
  ],
  [['up', '--port', '70000'], "argument '70000' is invalid. Expected a whole number from 0 to 65535."],
  [['process'], "required option '--network <name>' not specified"],
  [['process', '--network', 'base', '--to', '-3'], "argument '-3' is invalid"],
  [['audit', '--sample', '3'], "required option '--network <name>' not specified"],
  [['audit', '--network', 'local', '--block', 'x'], "option '--block <heights...>' argument 'x' is invalid"],
  [['attest'], "missing required argument 'files'"],
])('%j is refused with exit code 2', async (args, message) => {
  expect(await cli(...args)).toBe(2);
  expect(output.join('')).toContain(message);
});
