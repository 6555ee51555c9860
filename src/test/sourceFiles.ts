import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';

/** The folder src of the project. */
export const SOURCES = path.resolve(__dirname, '..');

const GENERATED = ['abi/', 'model/generated/'];

export const isGenerated = (file: string): boolean => GENERATED.some((folder) => file.startsWith(folder));

/** Tests, and what only tests use. */
export const isTest = (file: string): boolean =>
  file.endsWith('.test.ts') || file.startsWith('test/') || file.includes('/fixture/');

/** Every source file, as its path under src. */
export function sourceFiles(): string[] {
  const entries = readdirSync(SOURCES, {recursive: true, encoding: 'utf8'});
  return entries.map((file) => file.replaceAll(path.sep, '/')).filter((file) => file.endsWith('.ts'));
}

export const textOf = (file: string): string => readFileSync(path.join(SOURCES, file), 'utf8');
