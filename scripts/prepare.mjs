// Runs before npm start and npm test, on a fresh clone too, hence with Node's own modules only: installs packages when
// the lockfile asks for it, then compiles what is newer than its result. Says what it does; every failure ends with 1.
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const at = (...parts) => path.join(ROOT, ...parts);
const LEAST_NODE = [20, 19];
const INSTALLED = at('node_modules', '.gaib-squid-installed');
const COMPILED = at('lib', '.gaib-squid-compiled');

const say = (text) => process.stderr.write(`${text}\n`);

function fail(text) {
  say(`gaib-squid: ${text}`);
  process.exit(1);
}

function run(what, program, args) {
  say(`${what} ...`);
  const begun = Date.now();
  const {status, signal, error} = spawnSync(program, args, {cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit']});
  if (error !== undefined) fail(`${program} cannot be run (${error.message}).`);
  if (status !== 0) fail(`${program} ${args.join(' ')} ended with ${status ?? signal}; see above.`);
  say(`${what}: done in ${((Date.now() - begun) / 1000).toFixed(1)} s`);
}

const hashOf = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map((part) => parseInt(part, 10));
  if (major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])) return;
  fail(`Node ${process.versions.node} is too old: version ${LEAST_NODE.join('.')} or newer is needed.`);
}

/** Whether what npm recorded as installed is what the lockfile asks for; optional packages may be missing. */
function isInstalled() {
  const record = read(at('node_modules', '.package-lock.json'));
  if (record === undefined) return false;
  const installed = JSON.parse(record).packages;
  const wanted = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(
    ([place, {version, optional, devOptional, peer, link}]) =>
      place === '' ||
      link ||
      installed[place]?.version === version ||
      (installed[place] === undefined && (optional || devOptional || peer)),
  );
}

function install() {
  const lock = hashOf(at('package-lock.json'));
  if (read(INSTALLED) === lock) return;
  if (!isInstalled()) {
    const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
    const npm = process.env.npm_execpath;
    if (npm !== undefined && npm.endsWith('.js')) run('Installing packages', process.execPath, [npm, ...args]);
    else run('Installing packages', process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
  }
  writeFileSync(INSTALLED, lock);
}

/** The script itself knows whether anything changed; it says so on stdout, which is not ours to write to. */
function compileContracts() {
  const args = [at('contracts', 'compile.mjs')];
  const {status, signal, stdout} = spawnSync(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  if (!stdout.includes('unchanged')) say(stdout.trim());
  if (status !== 0) fail(`node contracts/compile.mjs ended with ${status ?? signal}; see above.`);
}

/** One line for each source file: a file that changed, came or went changes the list. */
function sources() {
  const files = readdirSync(at('src'), {recursive: true})
    .map((file) => path.join('src', file))
    .filter((file) => file.endsWith('.ts'));
  const lines = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json', ...files].map((file) => {
    const {mtimeMs, size} = statSync(at(file));
    return `${file} ${size} ${mtimeMs}`;
  });
  return lines.sort();
}

function compile() {
  const [list, before] = [sources(), read(COMPILED)];
  if (before === list.join('\n')) return;
  const names = (lines) => lines.map((line) => line.split(' ')[0]);
  const present = new Set(names(list));
  // What was compiled from a file that is gone would still be loaded.
  if (before === undefined || names(before.split('\n')).some((name) => !present.has(name))) {
    rmSync(at('lib'), {recursive: true, force: true});
  }
  // A compilation that fails must not look like the one before it.
  rmSync(COMPILED, {force: true});
  run('Compiling', process.execPath, [at('node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json']);
  mkdirSync(at('lib'), {recursive: true});
  writeFileSync(COMPILED, list.join('\n'));
}

checkNode();
if (!existsSync(at('package-lock.json'))) fail('package-lock.json is missing, so packages cannot be installed.');
install();
compileContracts();
compile();
