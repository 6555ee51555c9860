import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/**
 * sha256 over what a metric's formulas are written in: the files named and all they import from `domain`, without
 * comments, types they merely name, and the way they are laid out.
 * @param sources folder that the paths are under
 */
export function formulaHash(sources: string, files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of closure(sources, files)) hash.update(`${file}\n${code(path.join(sources, file))}\n`);
  return hash.digest('hex');
}

/** The files and everything of `domain` that they run, sorted. */
function closure(sources: string, files: readonly string[]): string[] {
  const found = new Set<string>();
  const waiting = [...files];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    waiting.push(...imports(path.join(sources, file), sources).filter(isFormula));
  }
  return [...found].sort();
}

/** The names of versions, rows and errors are no formula: one that is new would change the hash of every metric. */
const NAMES = ['domain/methodology.ts', 'domain/ids.ts', 'domain/errors.ts'];
const isFormula = (file: string): boolean => file.startsWith('domain/') && !NAMES.includes(file);

/** Modules that the compiled file still names: an import of types alone is gone. */
function imports(file: string, sources: string): string[] {
  const {importedFiles} = ts.preProcessFile(code(file), true, true);
  return importedFiles
    .filter(({fileName}) => fileName.startsWith('.'))
    .map(({fileName}) => `${path.relative(sources, path.resolve(path.dirname(file), fileName))}.ts`);
}

const compiled = new Map<string, string>();

function code(file: string): string {
  const known = compiled.get(file);
  if (known !== undefined) return known;
  const {outputText} = ts.transpileModule(readFileSync(file, 'utf8'), {
    compilerOptions: {target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, removeComments: true},
  });
  const plain = outputText.replaceAll(/\s+/g, ' ').trim();
  compiled.set(file, plain);
  return plain;
}
