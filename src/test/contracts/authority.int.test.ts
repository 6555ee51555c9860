import {id, ZeroHash} from 'ethers';
import {KNOWN_ROLES} from '../../domain/roles';
import {contractState, deniedAccount, denyList, roleHolder} from '../../projections/authority';
import type {RpcCall} from '../../devnet/rpc';
import {IndexedChain} from './indexed';
import {account, LocalChain, type Deployed} from './localChain';
import {
  admin,
  collector,
  deployProtocol,
  giveAid,
  navKeeper,
  operator,
  oracle,
  treasurer,
  WAD,
  type Protocol,
} from './protocol';

const [alice, bob, guard] = [account('alice'), account('bob'), account('guard')];
const DENIED = id('DENIED_ADDRESS_ROLE');

let chain: LocalChain;
let protocol: Protocol;
let index: IndexedChain;
let contracts: readonly Deployed[];
/** Three blocks: after the set-up, in the middle, at the head */
const heights: number[] = [];

const now = async (): Promise<number> => Number(await chain.rpc.call<string>('eth_blockNumber'));

beforeAll(async () => {
  chain = await LocalChain.start();
  protocol = await deployProtocol(chain);
  const {aid, said, minter, redeemer, assetToken, distributor, reserveFeed} = protocol;
  const bridge = await chain.deploy('AidOFTAdapter', [aid.address, 30_101, admin], admin);
  heights.push(await now());

  await chain.send(admin, aid, 'grantRole', id('BRIDGE_MINTER_ROLE'), bridge.address);
  await chain.send(admin, aid, 'grantRole', id('DENY_LIST_GUARD_ROLE'), guard);
  await chain.send(admin, aid, 'grantRole', ZeroHash, alice);
  await chain.send(admin, bridge, 'grantRole', id('ENDPOINT_ROLE'), operator);
  await chain.send(admin, said, 'grantRole', id('NAV_ROLE'), bob);
  await chain.send(admin, said, 'revokeRole', id('NAV_ROLE'), navKeeper);
  await giveAid(chain, protocol, bob, 5n * WAD);
  await chain.send(guard, aid, 'addToDenyList', [alice, bob]);
  await chain.send(admin, said, 'pause');
  heights.push(await now());

  await chain.send(guard, aid, 'addToDenyList', [bob, operator]);
  await chain.send(guard, aid, 'removeFromDenyList', [alice]);
  await chain.send(alice, aid, 'revokeRole', ZeroHash, admin);
  await chain.send(operator, bridge, 'renounceRole', id('ENDPOINT_ROLE'), operator);
  await chain.send(admin, said, 'unpause');
  const second = await chain.deploy('AIDV2', [], admin);
  await chain.send(alice, aid, 'upgradeToAndCall', second.address, '0x');
  heights.push(await now());

  contracts = [aid, said, minter, redeemer, assetToken, distributor, reserveFeed, bridge];
  const roles = [
    'aid',
    'said',
    'minter',
    'redeemer',
    'assetToken',
    'revenueDistributor',
    'reserveFeed',
    'bridge',
  ] as const;
  index = await IndexedChain.of(
    chain,
    roles.map((role, i) => [role, contracts[i]] as const),
  );
});
afterAll(() => chain.stop());

const PEOPLE = [admin, alice, bob, guard, operator, navKeeper, collector, treasurer, oracle];

/** hasRole of everybody known, for every known role of every contract: `contract role account`. */
async function heldOnChain(height: number): Promise<Set<string>> {
  const accounts = [...new Set([...PEOPLE, ...contracts.map(({address}) => address)])];
  const asked = contracts.flatMap((contract) =>
    [...KNOWN_ROLES.keys()].flatMap((role) => accounts.map((who) => ({contract, role, who}))),
  );
  const calls = asked.map(({contract: {address, abi}, role, who}): RpcCall => {
    const call = {to: address, data: abi.encodeFunctionData('hasRole', [role, who])};
    return ['eth_call', [call, `0x${height.toString(16)}`]];
  });
  const answers = (await chain.rpc.batch(calls)).map((answer) => BigInt(answer as string) === 1n);
  const held = asked.filter((_one, i) => answers[i] === true);
  return new Set(held.map(({contract, role, who}) => `${contract.address} ${role} ${who}`.toLowerCase()));
}

test('replay of role events equals hasRole at three blocks, the deny list apart', async () => {
  for (const height of heights) {
    const machine = index.after(height);
    const holders = machine.rows(roleHolder).filter(({held}) => held);
    const denied = machine.rows(deniedAccount).filter((row) => row.denied);
    const replayed = [
      ...holders.map(({contract, role, account: who}) => `${contract} ${role} ${who}`),
      ...denied.map(({token, account: who}) => `${token.slice('31337-'.length)} ${DENIED} ${who}`),
    ];
    const expected = await heldOnChain(height);
    expect(expected.size).toBeGreaterThan(10);
    expect([height, new Set(replayed)]).toEqual([height, expected]);
  }
});

test('the list’s own events and its role agree at every block, and naming somebody again changes nothing', () => {
  for (let height = 0; height <= (heights[2] ?? 0); height++) {
    const machine = index.after(height);
    const rows = machine.rows(deniedAccount);
    expect(rows.filter(({denied, listed}) => denied !== listed)).toEqual([]);
    expect(machine.rows(denyList)[0]?.disagreementCount ?? 0).toBe(0);
  }
  expect(index.after(heights[1]).rows(denyList)).toMatchObject([{deniedCount: 2, deniedBalance: 5n * WAD}]);
  expect(index.after().rows(denyList)).toMatchObject([{deniedCount: 2, deniedBalance: 5n * WAD}]);
});

test('what is paused and which code runs is what the chain says', async () => {
  const stateOf = (contract: Deployed, height?: number) =>
    index
      .after(height)
      .rows(contractState)
      .find((row) => row.contract === contract.address.toLowerCase());
  expect(stateOf(protocol.said, heights[1])?.paused).toBe(true);
  expect(stateOf(protocol.said)?.paused).toBe(await chain.read(protocol.said, 'paused'));
  const slot = '0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc';
  const code = await chain.rpc.call<string>('eth_getStorageAt', protocol.aid.address, slot, 'latest');
  expect(stateOf(protocol.aid)).toMatchObject({implementation: `0x${code.slice(26)}`, implementationCount: 2});
});
