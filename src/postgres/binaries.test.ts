import {existsSync, lstatSync, mkdtempSync, readdirSync, realpathSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {installBinaries} from './binaries';

const home = mkdtempSync(path.join(tmpdir(), 'binaries-'));
afterAll(() => rmSync(home, {recursive: true}));

test('a platform without binaries is told what to do instead', () => {
  const arch = Object.getOwnPropertyDescriptor(process, 'arch') ?? {};
  Object.defineProperty(process, 'arch', {...arch, value: 'mips'});
  try {
    expect(() => installBinaries(home, undefined)).toThrow(
      /on mips .*is not installed.*: set DB_URL to a PostgreSQL server/,
    );
  } finally {
    Object.defineProperty(process, 'arch', arch);
  }
  expect(readdirSync(home)).toEqual([]);
});

test('the copy is complete, its links lead nowhere else, and it is made once', () => {
  const {bin} = installBinaries(home, undefined);
  const root = path.dirname(bin);
  const links = readdirSync(path.join(root, 'lib')).filter((file) =>
    lstatSync(path.join(root, 'lib', file)).isSymbolicLink(),
  );
  expect(links).toContain('libicuuc.so.60');
  for (const link of links)
    expect(realpathSync(path.join(root, 'lib', link)).startsWith(realpathSync(root))).toBe(true);
  expect(existsSync(path.join(bin, 'initdb'))).toBe(true);
  const made = lstatSync(root).ctimeMs;
  installBinaries(home, undefined);
  expect(lstatSync(root).ctimeMs).toBe(made);
});
