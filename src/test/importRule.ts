import path from 'node:path';
import ts from 'typescript';

/** What a folder of src may import: other folders, and packages by name or by beginning with `*` at the end. */
interface Rule {
  readonly folders: readonly string[];
  readonly packages: readonly string[];
}

/** What every edge may know of the rest: the configuration, and the files of src that only name things for it. */
const EDGE = ['config', 'dataDirectory', 'redact', 'refusal', 'domain'];

/** docs/architecture.md, the import rule. A package that is not named here is a decision to be made here. */
const RULES: Readonly<Record<string, Rule>> = {
  abi: {folders: ['abi'], packages: ['@subsquid/evm-*']},
  model: {folders: ['model'], packages: ['@subsquid/typeorm-store', '@subsquid/big-decimal', 'assert']},
  domain: {folders: ['domain'], packages: ['decimal.js']},
  redact: {folders: ['redact'], packages: []},
  refusal: {folders: ['refusal', 'domain'], packages: ['zod']},
  dataDirectory: {folders: ['dataDirectory', 'domain'], packages: ['node:*']},
  config: {folders: ['config', 'redact', 'domain'], packages: ['dotenv', 'zod', 'node:path']},
  chain: {
    folders: ['chain', 'abi', ...EDGE],
    packages: ['@subsquid/evm-*', '@subsquid/util-internal-ingest-tools', 'zod', 'node:*'],
  },
  attestation: {folders: ['attestation', 'chain', 'postgres', ...EDGE], packages: ['pg', 'zod', 'node:*']},
  eventlog: {folders: ['eventlog', 'domain', 'model'], packages: ['typeorm', '@subsquid/typeorm-store']},
  projections: {
    folders: ['projections', 'domain', 'model'],
    packages: ['typeorm', '@subsquid/typeorm-store', 'node:crypto'],
  },
  'server-extension': {
    folders: ['server-extension', 'domain', 'model'],
    packages: ['type-graphql', 'typeorm', 'graphql', 'reflect-metadata', '@subsquid/graphql-server'],
  },
  publish: {
    folders: ['publish', 'server-extension', ...EDGE],
    packages: ['pg', 'typeorm', 'node:*'],
  },
  integrity: {
    folders: ['integrity', 'eventlog', 'chain', 'projections', 'project', 'model', 'gateway', ...EDGE],
    packages: ['pg', 'typeorm', '@subsquid/typeorm-store/*', 'zod'],
  },
  audit: {folders: ['audit', 'chain', 'abi', ...EDGE], packages: ['pg', 'ethers']},
  dictionary: {folders: ['dictionary', 'domain'], packages: ['graphql', 'typescript', 'node:*']},
  gateway: {
    folders: ['gateway', 'server-extension', ...EDGE],
    packages: ['fastify', '@fastify/static', 'pg', 'pino', 'graphql', '@subsquid/*', 'node:*'],
  },
  devnet: {folders: ['devnet', 'abi', ...EDGE], packages: ['ethers', 'node:*']},
  postgres: {folders: ['postgres', ...EDGE], packages: ['pg', 'typeorm', 'node:*']},
};

/** Packages that one file of a folder speaks to for all the others. */
const ONLY_IN: Readonly<Record<string, string>> = {
  'projections typeorm': 'projections/store.ts',
  'projections node:crypto': 'projections/digest.ts',
  'projections @subsquid/typeorm-store': 'projections/store.ts',
};

export interface Import {
  readonly line: number;
  readonly from: string;
}

/** Every module a source text names: import, export from, import(), require(), import = require() and types. */
export function importsOf(file: string, text: string): Import[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const note = (node: ts.Node, name: ts.Node | undefined): void => {
    if (name === undefined || !ts.isStringLiteralLike(name)) return;
    found.push({line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, from: name.text});
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) note(node, node.moduleSpecifier);
    if (ts.isExternalModuleReference(node)) note(node, node.expression);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) note(node, node.argument.literal);
    if (ts.isCallExpression(node) && isLoader(node.expression)) note(node, node.arguments[0]);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The imports of a file that the rule forbids, one line each. Files directly in src without a rule may import all. */
export function offences(file: string, text: string): string[] {
  const folder = folderOf(file);
  const rule = RULES[folder];
  if (rule === undefined) return [];
  return importsOf(file, text)
    .filter(({from}) => !isAllowed(file, folder, rule, from))
    .map(({line, from}) => `src/${file}:${line}: ${folder} may not import '${from}'`);
}

/** Folders that no rule names; together with the files of src they wire the others up. */
export const hasRule = (file: string): boolean => RULES[folderOf(file)] !== undefined;

function isAllowed(file: string, folder: string, rule: Rule, from: string): boolean {
  if (from.startsWith('.')) return rule.folders.includes(folderOf(path.posix.join(path.posix.dirname(file), from)));
  const owner = ONLY_IN[`${folder} ${from}`];
  return (owner === undefined || owner === file) && rule.packages.some((name) => isNamed(name, from));
}

const isNamed = (name: string, from: string): boolean =>
  name.endsWith('*') ? from.startsWith(name.slice(0, -1)) : from === name || from.startsWith(`${name}/`);

const folderOf = (file: string): string => (file.split('/')[0] ?? '').replace(/\.ts$/, '');

const isLoader = (callee: ts.Expression): boolean =>
  callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require');
