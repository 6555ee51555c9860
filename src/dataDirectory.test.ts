import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {createDataDirectory} from './dataDirectory';

const root = mkdtempSync(path.join(tmpdir(), 'data-directory-'));
afterAll(() => rmSync(root, {recursive: true}));

test('every missing folder is created, and an existing one is used', () => {
  const dir = path.join(root, 'a', 'b');
  createDataDirectory(dir);
  createDataDirectory(dir);
  expect(existsSync(dir)).toBe(true);
});

test('a file in its place, or a place where nothing can be created, is refused', () => {
  const file = path.join(root, 'file');
  writeFileSync(file, '');
  expect(() => createDataDirectory(file)).toThrow(/^DATA_DIR .*file cannot be used \(it is no folder\)/);
  expect(() => createDataDirectory(path.join(file, 'below'))).toThrow(/cannot be used \(ENOTDIR\)/);
  if (existsSync('/proc/self'))
    expect(() => createDataDirectory('/proc/nope/data')).toThrow(/cannot be used \(ENOENT\)/);
});
