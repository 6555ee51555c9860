import {spawnSync, type SpawnSyncReturns} from 'node:child_process';
import {cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import {createTestDatabase} from './postgres';

const PROJECT = path.resolve(__dirname, '../..');
const tool = (name: string): string => path.join(PROJECT, 'node_modules', '.bin', name);

let scratch: string;
beforeEach(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'gaib-squid-generated-'));
});
afterEach(() => rmSync(scratch, {recursive: true, force: true}));

function run(
  command: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): SpawnSyncReturns<string> {
  return spawnSync(command, args, {cwd, encoding: 'utf8', env: {...process.env, ...env}});
}

/** The files of a folder and what they say, without the line ends that differ between systems. */
function contentsOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({parentPath, name}) => {
      const file = path.join(parentPath, name);
      return [path.relative(folder, file), readFileSync(file, 'utf8').replaceAll('\r\n', '\n')];
    }),
  );
}

test('src/abi is what typegen makes of abi/*.json', () => {
  const made = run(process.execPath, [path.join('scripts', 'typegen.mjs'), path.join(scratch, 'abi')], PROJECT);
  expect({status: made.status, said: made.status === 0 ? '' : made.stderr}).toEqual({status: 0, said: ''});
  expect(contentsOf(path.join(PROJECT, 'src', 'abi'))).toEqual(contentsOf(path.join(scratch, 'abi')));
});

test('src/model/generated is what codegen makes of schema.graphql', () => {
  cpSync(path.join(PROJECT, 'schema.graphql'), path.join(scratch, 'schema.graphql'));
  const made = run(tool('squid-typeorm-codegen'), [], scratch);
  expect({status: made.status, said: made.status === 0 ? '' : made.stderr}).toEqual({status: 0, said: ''});
  const [committed, generated] = [PROJECT, scratch].map((root) => path.join(root, 'src', 'model', 'generated'));
  expect(contentsOf(committed ?? '')).toEqual(contentsOf(generated ?? ''));
});

/** The entities as JavaScript in lib/model of a project, where the migration tool looks for them. */
function compileModel(project: string): void {
  for (const [file, text] of Object.entries(contentsOf(path.join(PROJECT, 'src', 'model')))) {
    const {outputText} = ts.transpileModule(text, {
      compilerOptions: {
        module: ts.ModuleKind.CommonJS,
        target: ts.ScriptTarget.ES2022,
        experimentalDecorators: true,
        emitDecoratorMetadata: true,
        esModuleInterop: true,
      },
    });
    const target = path.join(project, 'lib', 'model', file.replace(/\.ts$/, '.js'));
    mkdirSync(path.dirname(target), {recursive: true});
    writeFileSync(target, outputText);
  }
}

test('the migrations make the tables that the entities need, no more and no less', async () => {
  symlinkSync(path.join(PROJECT, 'node_modules'), path.join(scratch, 'node_modules'));
  compileModel(scratch);
  const database = await createTestDatabase();
  try {
    const {stderr} = run(tool('squid-typeorm-migration'), ['generate'], scratch, {DB_URL: database.url});
    const migrations = path.join(scratch, 'db', 'migrations');
    const [change] = readdirSync(scratch).includes('db') ? Object.values(contentsOf(migrations)) : [];
    expect(change).toBeUndefined();
    expect(stderr).toContain('No changes in database schema were found');
  } finally {
    await database.drop();
  }
});
