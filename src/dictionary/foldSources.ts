import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';

/** What the versions of rows are held against: the files that make them, and the versions these carry. */
export interface FoldSources {
  readonly versions: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, readonly string[]>>;
}

/** Files of the decoders besides one for each contract. */
const DECODING = ['chain/decode.ts', 'chain/decodeReport.ts', 'chain/contract.ts', 'chain/words.ts'];

/**
 * The files in which projections are defined, each with the versions of those it defines, and the decoders, with theirs.
 * @param sources folder that the paths are under
 * @param projections every projection, by name
 */
export function foldSources(
  sources: string,
  projections: Readonly<Record<string, number>>,
  decoders: number,
): FoldSources {
  const contracts = readdirSync(path.join(sources, 'chain/contracts')).filter((file) => !file.includes('.test.'));
  const versions: Record<string, string> = {decoders: `${decoders}`};
  const files: Record<string, string[]> = {
    decoders: [...DECODING, ...contracts.sort().map((file) => `chain/contracts/${file}`)],
  };
  for (const [file, names] of definitions(path.join(sources, 'projections/index.ts'))) {
    const defined = names.filter((name) => name in projections).sort();
    if (defined.length === 0) continue;
    files[file] = [file, ...companions(sources, file)];
    versions[file] = defined.map((name) => `${name} ${projections[name] ?? 0}`).join(', ');
  }
  return {versions, files};
}

/** Files of the folders of `projections` that a definition imports. */
function companions(sources: string, file: string): string[] {
  const folders = [...readFileSync(path.join(sources, file), 'utf8').matchAll(/from '\.\/(\w+)'/g)]
    .map(([, name = '']) => `projections/${name}`)
    .filter((name) => existsSync(path.join(sources, name)));
  return folders.flatMap((folder) =>
    readdirSync(path.join(sources, folder))
      .filter((name) => !name.includes('.test.'))
      .sort()
      .map((name) => `${folder}/${name}`),
  );
}

/** The names that the registry imports, by file: a projection is exported under its name. */
function definitions(registry: string): [file: string, names: string[]][] {
  const imports = readFileSync(registry, 'utf8').matchAll(/import \{([^}]+)\} from '\.\/(\w+)'/g);
  return [...imports].map(([, names = '', file = '']) => [
    `projections/${file}.ts`,
    names.split(',').map((name) => name.trim()),
  ]);
}
