import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {contractsOf, custodyOf, loadNetwork, parseNetwork} from './networks';
import {UserError} from '../domain/errors';

const A = `0x${'Aa'.repeat(20)}`;
const B = `0x${'bB'.repeat(20)}`;
const C = `0x${'c0'.repeat(20)}`;

const good = {
  name: 'trial',
  chainId: 5,
  finalityConfirmation: 10,
  startBlock: 1,
  custody: [C],
  contracts: [
    {role: 'aid', name: 'AID', address: A, fromBlock: 1, decimals: 18},
    {role: 'reserveAsset', name: 'USDC', address: B, fromBlock: 1, decimals: 6},
  ],
};

const refusal = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  throw new Error('accepted');
};

const contractWith = (fields: Record<string, unknown>) => ({...good, contracts: [{...good.contracts[0], ...fields}]});

describe('parseNetwork', () => {
  test('addresses are lower-case and custody is the custody roles and the listed addresses', () => {
    const network = parseNetwork(good, 'trial.json');
    expect(contractsOf(network, 'aid')[0]?.address).toBe(A.toLowerCase());
    expect(custodyOf(network)).toEqual([A.toLowerCase(), C]);
    expect(contractsOf(network, 'said')).toEqual([]);
  });

  test('an address may change its role at a block', () => {
    const contracts = [
      {role: 'minter', name: 'one', address: A, fromBlock: 1, toBlock: 9},
      {role: 'redeemer', name: 'two', address: A, fromBlock: 10},
    ];
    expect(parseNetwork({...good, contracts}, 'f').contracts).toHaveLength(2);
  });

  test.each<[string, unknown, string]>([
    [
      'a missing field',
      {...good, chainId: undefined},
      'trial.json: field chainId is missing, expected an EIP-155 chain id',
    ],
    ['a chain id in text', {...good, chainId: '1'}, 'trial.json: field chainId is "1", expected an EIP-155'],
    ['no finality', {...good, finalityConfirmation: 0}, 'field finalityConfirmation is 0, expected a number of blocks'],
    ['a short address', contractWith({address: '0x12'}), 'field contracts[0].address is "0x12", expected an address'],
    ['an unknown role', contractWith({role: 'vault'}), 'field contracts[0].role is "vault", expected one of aid, said'],
    ['a range that ends before it starts', contractWith({toBlock: 0}), 'field contracts[0].toBlock is 0'],
    ['a misspelt field', contractWith({fromblock: 3}), 'contracts[0].fromblock is not known, expected an object with'],
    [
      'a reserve without decimals',
      contractWith({role: 'reserveAsset', decimals: undefined}),
      'contracts[0].decimals is missing',
    ],
    ['a fraction', {...good, startBlock: 1.5}, 'field startBlock is 1.5, expected a block height'],
    [
      'a haircut above the whole',
      {...good, parameters: {haircuts: [{fromBlock: 0, component: 'TBILL', bps: 10_001}]}},
      'field parameters.haircuts[0].bps is 10001, expected basis points from 0 to 10000',
    ],
    [
      'a component that is none',
      {...good, parameters: {settlement: [{fromBlock: 0, component: 'LOAN', days: 1}]}},
      'field parameters.settlement[0].component is "LOAN", expected STABLECOIN, TBILL or an address',
    ],
    ['a term that is not known', {...good, parameters: {haircut: []}}, 'parameters.haircut is not known'],
    ['no contract', {...good, contracts: []}, 'field contracts is [], expected a list of at least one contract'],
    ['a list of nothing known', [], 'trial.json: the file is [], expected an object with the fields name'],
    [
      'one address in two roles at once',
      {...good, contracts: [...good.contracts, {role: 'minter', name: 'M', address: A.toLowerCase(), fromBlock: 7}]},
      'contracts[2].address is "0xaaaa',
    ],
  ])('%s is refused in one sentence naming file, field, found and expected', (_case, content, expected) => {
    const message = refusal(() => parseNetwork(content, 'trial.json'));
    expect(message).toContain(expected);
    expect(message).not.toContain('\n');
  });
});

describe('loadNetwork', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'networks-'));
  const file = path.join(dataDir, 'networks', 'trial.json');
  mkdirSync(path.dirname(file));
  writeFileSync(file, JSON.stringify(good));
  afterAll(() => rmSync(dataDir, {recursive: true}));

  test.each([
    ['ethereum', 1, 65, 7200],
    ['arbitrum', 42161, 240, undefined],
    ['base', 8453, 30, undefined],
    ['bsc', 56, 30, undefined],
  ])('%s is shipped', (name, chainId, finalityConfirmation, readEvery) => {
    const network = loadNetwork(name, dataDir);
    expect(network).toMatchObject({name, chainId, finalityConfirmation});
    expect(network.readEvery).toBe(readEvery);
    expect(contractsOf(network, 'aid')).toHaveLength(1);
    expect(network.contracts.every((contract) => contract.fromBlock >= network.startBlock)).toBe(true);
  });

  test('a name is found in the data directory and a path anywhere', () => {
    expect(loadNetwork('trial', dataDir).chainId).toBe(5);
    expect(loadNetwork(file, '/nowhere').chainId).toBe(5);
  });

  test('an unknown name says where its file would be', () => {
    expect(refusal(() => loadNetwork('nowhere', dataDir))).toMatch(
      /'nowhere' has no file: expected .*nowhere.json or /,
    );
  });

  test('a file whose name is not its network, and a file that is not JSON, are refused', () => {
    writeFileSync(path.join(dataDir, 'networks', 'other.json'), JSON.stringify(good));
    writeFileSync(path.join(dataDir, 'networks', 'broken.json'), '{"name": ');
    expect(refusal(() => loadNetwork('other', dataDir))).toContain("field name is 'trial', expected 'other'");
    expect(refusal(() => loadNetwork('broken', dataDir))).toContain('is not JSON');
  });
});
