// Compiles every contract of this folder, unless neither sources nor compiler have changed, and writes
// contracts/artifacts/<Name>.json and the published abi/<role>.json: `node contracts/compile.mjs`.
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const contractsDir = dirname(fileURLToPath(import.meta.url));
const artifactsDir = join(contractsDir, 'artifacts');
const abiDir = join(contractsDir, '..', 'abi');
const hashFile = join(artifactsDir, 'sources.sha256');
const require = createRequire(import.meta.url);

const PROXY = '@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol';
const ERC20_MEMBERS = [
  ...['name', 'symbol', 'decimals', 'totalSupply', 'balanceOf', 'allowance', 'transfer', 'approve', 'transferFrom'],
  ...['Transfer', 'Approval'],
];
const PUBLISHED = {
  aid: 'AIDV2',
  said: 'StakedAID',
  minter: 'Minter',
  redeemer: 'Redeemer',
  reserveFeed: 'ReserveFeed',
  erc20: 'Stablecoin',
  assetRegistry: 'AssetRegistry',
  assetToken: 'AssetToken',
  revenueDistributor: 'RevenueDistributor',
  bridge: 'AidOFTAdapter',
};
const SETTINGS = {
  optimizer: {enabled: true, runs: 200},
  evmVersion: 'cancun',
  metadata: {bytecodeHash: 'none'},
  outputSelection: {'*': {'*': ['abi', 'evm.bytecode.object']}},
};

/** The standard's `withdraw` and `redeem` always revert here, and yet keep the mutability that ERC-4626 gives them. */
const CAN_BE_PURE = '2018';

/** The sources by their path in the compiler's tree. */
function readSources() {
  const names = readdirSync(contractsDir).filter((name) => name.endsWith('.sol'));
  const own = names.sort().map((name) => [name, {content: readFileSync(join(contractsDir, name), 'utf8')}]);
  return Object.fromEntries([...own, [PROXY, {content: readFileSync(require.resolve(PROXY), 'utf8')}]]);
}

/** A hash of all that the output depends on: this program, the sources, the compiler and OpenZeppelin's version. */
function inputHash(sources) {
  const versions = ['solc', '@openzeppelin/contracts', '@openzeppelin/contracts-upgradeable'].map(
    (name) => JSON.parse(readFileSync(require.resolve(`${name}/package.json`), 'utf8')).version,
  );
  const program = readFileSync(fileURLToPath(import.meta.url), 'utf8');
  return createHash('sha256').update(JSON.stringify({sources, versions, program})).digest('hex');
}

/** Whether the artifacts are those of these very inputs. */
function isFresh(hash) {
  return existsSync(hashFile) && readFileSync(hashFile, 'utf8') === hash;
}

function compile(sources) {
  const solc = require('solc');
  const findImports = (path) => ({contents: readFileSync(require.resolve(path), 'utf8')});
  const input = {language: 'Solidity', sources, settings: SETTINGS};
  const output = JSON.parse(solc.compile(JSON.stringify(input), {import: findImports}));
  const findings = (output.errors ?? []).filter(
    ({errorCode, severity, sourceLocation}) =>
      severity === 'error' || (errorCode !== CAN_BE_PURE && !sourceLocation?.file.startsWith('@')),
  );
  for (const {formattedMessage} of findings) process.stderr.write(`${formattedMessage}\n`);
  if (findings.some(({severity}) => severity === 'error')) process.exit(1);
  return output.contracts;
}

function writeArtifacts(contracts, sourceNames) {
  mkdirSync(artifactsDir, {recursive: true});
  for (const source of sourceNames) {
    for (const [name, {abi, evm}] of Object.entries(contracts[source])) {
      if (evm.bytecode.object === '') continue;
      writeJson(join(artifactsDir, `${name}.json`), {abi, bytecode: `0x${evm.bytecode.object}`});
    }
  }
}

function writeAbis() {
  mkdirSync(abiDir, {recursive: true});
  for (const [role, contract] of Object.entries(PUBLISHED)) {
    const {abi} = JSON.parse(readFileSync(join(artifactsDir, `${contract}.json`), 'utf8'));
    const standard = abi.filter(({name}) => ERC20_MEMBERS.includes(name));
    writeJson(join(abiDir, `${role}.json`), role === 'erc20' ? standard : abi);
  }
}

/** Leaves a file that is already right alone. */
function writeJson(path, value) {
  const text = `${JSON.stringify(value, null, 2)}\n`;
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
}

const sources = readSources();
const hash = inputHash(sources);
if (isFresh(hash)) {
  process.stdout.write('contracts: unchanged\n');
} else {
  const contracts = compile(sources);
  rmSync(artifactsDir, {recursive: true, force: true});
  writeArtifacts(contracts, Object.keys(sources));
  writeFileSync(hashFile, hash);
  process.stdout.write(`contracts: ${readdirSync(artifactsDir).length - 1} artifacts\n`);
}
writeAbis();
