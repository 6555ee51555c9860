import path from 'node:path';
import {hasRule, importsOf, offences} from './importRule';
import {isTest, sourceFiles, textOf} from './sourceFiles';

const FILES = sourceFiles().filter((file) => !isTest(file));

test('every folder imports only what the import rule lets it', () => {
  expect(FILES.flatMap((file) => offences(file, textOf(file)))).toEqual([]);
});

test('the domain imports nothing from outside but decimal.js', () => {
  const outside = FILES.filter((file) => file.startsWith('domain/')).flatMap((file) =>
    importsOf(file, textOf(file))
      .filter(({from}) => !/^\.\/\w+$/.test(from) && from !== 'decimal.js')
      .map(({line, from}) => `src/${file}:${line}: '${from}'`),
  );
  expect(outside).toEqual([]);
});

test('the oracle knows the product by its API alone: it imports ethers, Node and itself', () => {
  const oracle = sourceFiles().filter((file) => file.startsWith('test/oracle/'));
  const foreign = oracle.flatMap((file) =>
    importsOf(file, textOf(file))
      .filter(({from}) => !/^(ethers$|node:)/.test(from) && !isInOracle(file, from))
      .map(({line, from}) => `src/${file}:${line}: '${from}'`),
  );
  expect(oracle.length).toBeGreaterThan(20);
  expect(foreign).toEqual([]);
});

const isInOracle = (file: string, from: string): boolean =>
  from.startsWith('.') && path.posix.join(path.posix.dirname(file), from).startsWith('test/oracle/');

test('no program imports what only tests use', () => {
  const tested = FILES.flatMap((file) =>
    importsOf(file, textOf(file))
      .filter(({from}) => /(^|\/)(test|fixture)\/|\.test$/.test(from))
      .map(({line, from}) => `src/${file}:${line}: '${from}'`),
  );
  expect(tested).toEqual([]);
});

test('only the files that wire the others up are free of the rule', () => {
  const free = FILES.filter((file) => !hasRule(file)).map((file) => file.split('/')[0]);
  const wiring =
    /^(main|ingest|project|preflight|cli|commandLine|examples|up|rpcProbe|writerLock|handover|log|dataDirectory|version)\.ts$|^(commands|supervisor)$/;
  expect([...new Set(free)].filter((name) => !wiring.test(name ?? ''))).toEqual([]);
});

/** Each of these names the projections from the domain, in line 2. */
const FORBIDDEN: readonly string[] = [
  `import {fold} from '../projections/fold';`,
  `import type {Projection} from '../projections/projection';`,
  `import * as all from '../projections';`,
  `import '../projections';`,
  `export {fold} from '../projections/fold';`,
  `export * from "../projections";`,
  `const late = await import('../projections');`,
  `const old = require('../projections');`,
  `import older = require('../projections');`,
  `let row: import('../projections/fold').Change;`,
  'const late = await import(`../projections`);',
];

test.each(FORBIDDEN)('the rule sees %s', (line) => {
  expect(offences('domain/x.ts', `// a file\n${line}\n`)).toEqual([
    expect.stringMatching(/^src\/domain\/x\.ts:2: domain may not import '\.\.\/projections/),
  ]);
});

test('the rule follows paths and knows packages', () => {
  expect(offences('chain/contracts/aid.ts', `import * as abi from '../../abi/aid';`)).toEqual([]);
  expect(offences('chain/contracts/aid.ts', `import {EventRecord} from '../../model';`)).toHaveLength(1);
  expect(offences('domain/rates.ts', `import Decimal from 'decimal.js';`)).toEqual([]);
  expect(offences('domain/rates.ts', `import Decimal from 'decimal.js-light';`)).toHaveLength(1);
  expect(offences('domain/rates.ts', `import {readFileSync} from 'node:fs';`)).toHaveLength(1);
  expect(offences('server-extension/index.ts', `import {loadConfig} from '../config';`)).toHaveLength(1);
  expect(offences('projections/token.ts', `import {Any} from 'typeorm';`)).toHaveLength(1);
  expect(offences('projections/store.ts', `import {Any} from 'typeorm';`)).toEqual([]);
  expect(
    offences('domain/x.ts', `// import {fold} from '../projections';\nconst text = "from '../projections'";`),
  ).toEqual([]);
});
