import {id} from 'ethers';
import {account, LocalChain} from './localChain';
import {admin, borrower, deployProtocol, giveAid, navKeeper, operator, stakeNew, WAD, type Protocol} from './protocol';

const alice = account('alice');
const bob = account('bob');
const DEAL = id('deal');

let chain: LocalChain;
let protocol: Protocol;
let clean: string;

beforeAll(async () => {
  chain = await LocalChain.start();
  protocol = await deployProtocol(chain);
  await stakeNew(chain, protocol, alice, 600n * WAD);
  await stakeNew(chain, protocol, bob, 400n * WAD);
});
beforeEach(async () => {
  clean = await chain.rpc.call<string>('evm_snapshot');
});
afterEach(() => chain.rpc.call('evm_revert', clean));
afterAll(() => chain.stop());

/** A number of the vault: totalAssets, totalSupply, stakingNav, ... */
const vault = (view: string): Promise<bigint> => chain.read(protocol.said, view);
const mark = (income: bigint): Promise<unknown> => chain.send(navKeeper, protocol.said, 'updateNav', income);

test('a mark is AID held - AID owed + outstanding principal + accrued income, and says so', async () => {
  const {aid, said, usdc} = protocol;
  await chain.send(operator, said, 'deployCapital', DEAL, usdc.address, 300n * WAD, borrower);
  await chain.send(bob, said, 'unstake', 100n * WAD);
  const held = await chain.read<bigint>(aid, 'balanceOf', said.address);
  const owed = await vault('pendingAssets');
  const [log, ...others] = await chain.send(navKeeper, said, 'updateNav', 17n * WAD + 3n);
  expect(others).toEqual([]);
  const totalAssets = held - owed + 300n * WAD + 17n * WAD + 3n;
  expect(await vault('totalAssets')).toBe(totalAssets);
  expect(await vault('accruedIncome')).toBe(17n * WAD + 3n);
  expect(log?.args).toEqual({
    epoch: 1n,
    totalAssets,
    unrealizedLoss: 0n,
    totalSupply: 900n * WAD,
    stakingNav: await vault('stakingNav'),
    unstakingNav: await vault('unstakingNav'),
  });
  expect(await vault('stakingNav')).toBe((WAD * (totalAssets + 1n)) / (900n * WAD + 1n));
});

test('syncNav is the same mark and leaves no log at all', async () => {
  const before = await vault('stakingNav');
  expect(await chain.send(navKeeper, protocol.said, 'syncNav', 30n * WAD)).toEqual([]);
  expect(await vault('totalAssets')).toBe(1_030n * WAD);
  expect(await vault('stakingNav')).toBeGreaterThan(before);
  expect(await vault('epoch')).toBe(1n);
});

test('AID that arrives between marks waits for the mark', async () => {
  await giveAid(chain, protocol, alice, 50n * WAD);
  await chain.send(alice, protocol.aid, 'transfer', protocol.said.address, 50n * WAD);
  expect(await vault('totalAssets')).toBe(1_000n * WAD);
  await mark(0n);
  expect(await vault('totalAssets')).toBe(1_050n * WAD);
});

test('a deposit buys shares at the staking NAV, floored, and adds exactly its assets to the book', async () => {
  await mark(77n * WAD);
  await chain.send(navKeeper, protocol.said, 'setUnrealizedLoss', DEAL, 40n * WAD);
  for (const assets of [WAD, 123_456n * 10n ** 12n, 999_999n * 10n ** 12n]) {
    const [book, supply, held] = [
      await vault('totalAssets'),
      await vault('totalSupply'),
      await chain.read<bigint>(protocol.said, 'balanceOf', alice),
    ];
    await stakeNew(chain, protocol, alice, assets);
    const shares = (assets * (supply + 1n)) / (book + 1n);
    expect(await chain.read(protocol.said, 'balanceOf', alice)).toBe(held + shares);
    expect(await vault('totalSupply')).toBe(supply + shares);
    expect(await vault('totalAssets')).toBe(book + assets);
  }
});

test('an unrealised loss lowers the unstaking NAV and nothing else, and can be reversed', async () => {
  const logs = await chain.send(navKeeper, protocol.said, 'setUnrealizedLoss', DEAL, 20n * WAD);
  expect(logs.map(({name}) => name)).toEqual(['UnrealizedLossSet', 'NavUpdated']);
  expect(logs[0]?.args).toEqual({assetId: DEAL, epoch: 1n, oldLoss: 0n, newLoss: 20n * WAD});
  expect(logs[1]?.args).toMatchObject({epoch: 1n, totalAssets: 1_000n * WAD, unrealizedLoss: 20n * WAD});
  expect(await vault('stakingNav')).toBe(WAD);
  expect(await vault('unstakingNav')).toBe((WAD * (980n * WAD + 1n)) / (1_000n * WAD + 1n));
  expect(await chain.refusal(navKeeper, protocol.said, 'setUnrealizedLoss', DEAL, 1_001n * WAD)).toBe(
    'LossAboveAssets',
  );
  await chain.send(navKeeper, protocol.said, 'setUnrealizedLoss', DEAL, 0n);
  expect(await vault('unstakingNav')).toBe(WAD);
});

test('an exit while there is a gap lifts the staking NAV and leaves the unstaking NAV, up to a wei', async () => {
  await mark(31n * WAD + 7n);
  await chain.send(navKeeper, protocol.said, 'setUnrealizedLoss', DEAL, 53n * WAD + 11n);
  const before = {staking: await vault('stakingNav'), unstaking: await vault('unstakingNav')};
  expect(before.staking).toBeGreaterThan(before.unstaking);
  await chain.send(bob, protocol.said, 'unstake', 333n * WAD + 333n);
  expect(await vault('stakingNav')).toBeGreaterThan(before.staking);
  const lifted = (await vault('unstakingNav')) - before.unstaking;
  expect([0n, 1n]).toContain(lifted);
});

test('without a gap an exit moves neither NAV by more than a wei', async () => {
  await mark(31n * WAD + 7n);
  const before = await vault('stakingNav');
  await chain.send(bob, protocol.said, 'unstake', 333n * WAD + 333n);
  expect([0n, 1n]).toContain((await vault('stakingNav')) - before);
  expect(await vault('unstakingNav')).toBe(await vault('stakingNav'));
});

test('there is no way out but unstake', async () => {
  expect(await chain.refusal(alice, protocol.said, 'withdraw', 1n, alice, alice)).toBe('UseUnstake');
  expect(await chain.refusal(alice, protocol.said, 'redeem', 1n, alice, alice)).toBe('UseUnstake');
  expect(await chain.read(protocol.said, 'maxWithdraw', alice)).toBe(0n);
  expect(await chain.read(protocol.said, 'maxRedeem', alice)).toBe(0n);
});

test('a pause stops deposits and requests; shares still move, requests are still paid', async () => {
  const {said} = protocol;
  await chain.send(bob, said, 'unstake', WAD);
  await chain.send(admin, said, 'pause');
  expect(await chain.refusal(alice, said, 'deposit', WAD, alice)).toBe('ERC4626ExceededMaxDeposit');
  expect(await chain.refusal(alice, said, 'mint', WAD, alice)).toBe('ERC4626ExceededMaxMint');
  expect(await chain.refusal(alice, said, 'unstake', WAD)).toBe('EnforcedPause');
  await chain.send(alice, said, 'transfer', bob, WAD);
  await chain.send(alice, said, 'processUnstakeQueue', 1n);
  await chain.send(admin, said, 'unpause');
  await chain.send(alice, said, 'unstake', WAD);
});

test('only their roles mark the book and move capital', async () => {
  const refused = 'AccessControlUnauthorizedAccount';
  for (const method of ['updateNav', 'syncNav'])
    expect(await chain.refusal(alice, protocol.said, method, 0n)).toBe(refused);
  expect(await chain.refusal(alice, protocol.said, 'setUnrealizedLoss', DEAL, 1n)).toBe(refused);
  expect(await chain.refusal(alice, protocol.said, 'realizeLoss', DEAL, 1n, 0n)).toBe(refused);
  const {usdc} = protocol;
  expect(await chain.refusal(alice, protocol.said, 'deployCapital', DEAL, usdc.address, WAD, alice)).toBe(refused);
  expect(await chain.refusal(alice, protocol.said, 'returnCapital', DEAL, usdc.address, bob, WAD, 0n)).toBe(refused);
});
