import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {AbiCoder, id} from 'ethers';
import {loadNetwork, parseNetwork, type Network} from '../chain/networks';
import {PROJECT_DIR} from '../config';
import {startAnvil, type Anvil} from '../devnet/anvil';
import {account, ADMIN, VALUER} from '../devnet/accounts';
import {artifact} from '../devnet/artifacts';
import {mineBlock, type Tx} from '../devnet/mining';
import {Rpc} from '../devnet/rpc';
import {openApi, type Api} from './harness/api';
import {Squid} from './harness/squid';
import {createTestDatabase, type TestDatabase} from './postgres';

/**
 * The real Ethereum network file on a local chain with chain id 1: AID and sAID stand at their real addresses, and what
 * the file does not know (a feed, a registry, deals) is not there. The rest of the real chain cannot be had offline.
 */
const E18 = 10n ** 18n;
const [ALICE, BOB, MINTER] = ['alice', 'bob', 'some minter'].map(account) as [string, string, string];

let anvil: Anvil;
let rpc: Rpc;
let database: TestDatabase;
let directory: string;
let api: Api;
let network: Network;
let aid: string;
let said: string;

const call = (from: string, contract: 'AIDV2' | 'StakedAID', method: string, ...args: unknown[]): Tx => ({
  label: `${contract}.${method}`,
  from,
  to: contract === 'AIDV2' ? aid : said,
  data: artifact(contract).abi.encodeFunctionData(method, args),
});

/** Puts an implementation's code at an address, as if it had been deployed there. */
async function stand(contract: 'AIDV2' | 'StakedAID', address: string): Promise<void> {
  const creation = {label: `create ${contract}`, from: ADMIN, to: null, data: artifact(contract).bytecode};
  const created = await mineBlock(rpc, [creation]);
  const [hash] = created.transactionHashes;
  const {contractAddress} = await rpc.call<{contractAddress: string}>('eth_getTransactionReceipt', hash);
  await rpc.call('anvil_setCode', address, await rpc.call<string>('eth_getCode', contractAddress, 'latest'));
}

beforeAll(async () => {
  network = atStart(loadNetwork('ethereum', PROJECT_DIR));
  [aid, said] = ['aid', 'said'].map((role) => network.contracts.find((c) => c.role === role)?.address ?? '') as [
    string,
    string,
  ];
  anvil = await startAnvil({chainId: 1, genesisTimestamp: 1_761_868_800});
  rpc = new Rpc(anvil.url);
  await live();

  database = await createTestDatabase();
  directory = mkdtempSync(path.join(tmpdir(), 'gaib-squid-test-'));
  const networkFile = path.join(directory, 'ethereum.json');
  writeFileSync(networkFile, JSON.stringify(network));
  const head = Number(await rpc.call<string>('eth_blockNumber'));
  const squid = Squid.start({networkFile, rpcUrl: anvil.url, rpcName: 'ETHEREUM', dbUrl: database.url, to: head});
  expect([await squid.untilEnded(), squid.sentences]).toEqual([0, []]);
  api = await openApi(database.url);
});

afterAll(async () => {
  await api.close();
  await anvil.stop();
  await database.drop();
  rmSync(directory, {recursive: true, force: true});
});

/** Everything from block 0 on, read daily in blocks of this chain. */
function atStart(real: Network): Network {
  const contracts = real.contracts.map((contract) => ({...contract, fromBlock: 0}));
  return parseNetwork({...real, contracts, startBlock: 0, readEvery: 8, finalityConfirmation: 10}, 'ethereum.json');
}

async function live(): Promise<void> {
  await stand('AIDV2', aid);
  await stand('StakedAID', said);
  const mine = (...txs: Tx[]) => mineBlock(rpc, txs);
  await mine(call(ADMIN, 'AIDV2', 'initialize', ADMIN), call(ADMIN, 'StakedAID', 'initialize', aid, MINTER, ADMIN));
  await mine(
    call(ADMIN, 'AIDV2', 'grantRole', id('MINTER_ROLE'), MINTER),
    call(ADMIN, 'StakedAID', 'grantRole', id('NAV_ROLE'), VALUER),
  );
  await mine(call(MINTER, 'AIDV2', 'mint', ALICE, 1_000n * E18), call(ALICE, 'AIDV2', 'approve', said, 900n * E18));
  await mine(call(ALICE, 'StakedAID', 'deposit', 900n * E18, ALICE), call(ALICE, 'AIDV2', 'transfer', BOB, 7n * E18));
  for (let i = 0; i < 20; i++) await mine();
  await mine(call(VALUER, 'StakedAID', 'syncNav', 9n * E18));
  for (let i = 0; i < 12; i++) await mine();
  await mine(call(ALICE, 'StakedAID', 'transfer', BOB, 100n * E18));
  await mine(call(ADMIN, 'AIDV2', 'pause'), call(BOB, 'AIDV2', 'acceptTerms', id('terms')));
  for (let i = 0; i < 14; i++) await mine();
}

test('supply and holders are what the standard events say', async () => {
  const {supply, tokenBalances} = await api.query<{
    supply: {total: string; minted: string; burned: string; byChain: {chainId: number; total: string}[]};
    tokenBalances: {account: string; balance: string}[];
  }>(
    `{ supply { total minted burned }
       tokenBalances(where: {token_eq: "1-${said}"}, orderBy: balance_DESC, limit: 10) { account balance } }`,
  );
  expect(supply).toEqual({total: `${1_000n * E18}`, minted: `${1_000n * E18}`, burned: '0'});
  expect(tokenBalances).toEqual([
    {account: ALICE, balance: `${800n * E18}`},
    {account: BOB, balance: `${100n * E18}`},
  ]);
});

test('the NAVs are read from the vault, and a step without an event is a mark at the block that made it', async () => {
  const {stakingYield, navMarks} = await api.query<{
    stakingYield: {stakingNav: string; unstakingNav: string};
    navMarks: {kind: string; provenance: string; effectiveHeight: number; stakingNav: string}[];
  }>(`{ stakingYield { stakingNav unstakingNav } navMarks(limit: 10) { kind provenance effectiveHeight stakingNav } }`);
  const nav = await view('convertToAssets', E18);
  expect(decimal(stakingYield.stakingNav)).toBe(nav);
  expect(decimal(stakingYield.unstakingNav)).toBe(await view('convertToAssetsWithLoss', E18));
  expect(navMarks).toEqual([{kind: 'OBSERVED', provenance: 'BLOCK_READ', effectiveHeight: 27, stakingNav: `${nav}`}]);
});

test('backing without a reserve feed is a floor, never a ratio', async () => {
  const {backing} = await api.query<{backing: {ratio: string | null; state: string; reason: string}}>(
    '{ backing { ratio state reason } }',
  );
  expect(backing).toEqual({ratio: null, state: 'FLOOR', reason: 'PARTIAL'});
});

test('an event that nobody published is kept and counted', async () => {
  const {unrecognizedTopics, eventRecords} = await api.query<{
    unrecognizedTopics: {topic0: string; count: number}[];
    eventRecords: {data: string}[];
  }>(`{ unrecognizedTopics(where: {topic0_eq: "${id('TermsAccepted(address,bytes32)')}"}, limit: 10) { topic0 count }
        eventRecords(where: {topics_containsAny: ["${id('TermsAccepted(address,bytes32)')}"]}, limit: 10) { data } }`);
  expect(unrecognizedTopics).toEqual([{topic0: id('TermsAccepted(address,bytes32)'), count: 1}]);
  expect(eventRecords).toEqual([{data: id('terms')}]);
});

async function view(method: string, ...args: unknown[]): Promise<bigint> {
  const data = artifact('StakedAID').abi.encodeFunctionData(method, args);
  const answer = await rpc.call<string>('eth_call', {to: said, data}, 'latest');
  return AbiCoder.defaultAbiCoder().decode(['uint256'], answer)[0] as bigint;
}

function decimal(text: string): bigint {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(18, '0'));
}
