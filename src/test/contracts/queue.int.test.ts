import {id} from 'ethers';
import {account, LocalChain, type Happened} from './localChain';
import {borrower, deployProtocol, navKeeper, operator, stakeNew, WAD, type Protocol} from './protocol';

const alice = account('alice');
const bob = account('bob');
const carol = account('carol');
const DEAL = id('deal');

let chain: LocalChain;
let protocol: Protocol;
let clean: string;

beforeAll(async () => {
  chain = await LocalChain.start();
  protocol = await deployProtocol(chain);
  await stakeNew(chain, protocol, alice, 500n * WAD);
  await stakeNew(chain, protocol, bob, 300n * WAD);
  await stakeNew(chain, protocol, carol, 200n * WAD);
});
beforeEach(async () => {
  clean = await chain.rpc.call<string>('evm_snapshot');
});
afterEach(() => chain.rpc.call('evm_revert', clean));
afterAll(() => chain.stop());

const owed = async (who: string): Promise<bigint> =>
  (await chain.read<bigint[]>(protocol.said, 'getUnstakeRequest', who))[1] ?? -1n;
const aidOf = (who: string): Promise<bigint> => chain.read(protocol.aid, 'balanceOf', who);
const fillsOf = (logs: readonly Happened[]): unknown[] =>
  logs.filter(({name}) => name === 'UnstakeFilled').map(({args}) => args);
const process = (iterations: bigint): Promise<Happened[]> =>
  chain.send(borrower, protocol.said, 'processUnstakeQueue', iterations);

/** Draws all but `left` AID wei out of the vault. */
async function leaveIdle(left: bigint): Promise<void> {
  const drawn = (await aidOf(protocol.said.address)) - left;
  await chain.send(operator, protocol.said, 'deployCapital', DEAL, protocol.usdc.address, drawn, borrower);
}

test('a request burns its shares and fixes the AID amount at the unstaking NAV before it', async () => {
  const {said} = protocol;
  await chain.send(navKeeper, said, 'updateNav', 100n * WAD);
  await chain.send(navKeeper, said, 'setUnrealizedLoss', DEAL, 30n * WAD);
  const unstakingNav = await chain.read<bigint>(said, 'unstakingNav');
  const shares = 123n * WAD + 456n;
  const assetsQuoted = (shares * (1_070n * WAD + 1n)) / (1_000n * WAD + 1n);
  const logs = await chain.send(alice, said, 'unstake', shares);
  expect(logs.map(({name}) => name)).toEqual(['Transfer', 'UnstakeRequested']);
  expect(logs[1]?.args).toEqual({requestId: 1n, owner: alice, cycleId: 0n, shares, assetsQuoted, unstakingNav});
  expect(await chain.read(said, 'totalSupply')).toBe(1_000n * WAD - shares);
  expect(await chain.read(said, 'totalAssets')).toBe(1_100n * WAD - assetsQuoted);
  expect(await chain.read(said, 'pendingAssets')).toBe(assetsQuoted);
  expect(await chain.read(said, 'getUnstakeRequest', alice)).toEqual([BigInt(await chain.now()), assetsQuoted]);

  await chain.send(navKeeper, said, 'updateNav', 900n * WAD);
  expect(await owed(alice)).toBe(assetsQuoted);
  const before = await aidOf(alice);
  await process(1n);
  expect(await aidOf(alice)).toBe(before + assetsQuoted);
});

test('payments follow the order of requests; the last one gets a part, and its rest comes first next time', async () => {
  const {said} = protocol;
  await leaveIdle(350n * WAD);
  for (const who of [bob, alice, carol]) await chain.send(who, said, 'unstake', 200n * WAD);
  const logs = await process(10n);
  expect(fillsOf(logs)).toEqual([
    {requestId: 1n, owner: bob, cycleId: 0n, assetsPaid: 200n * WAD, assetsRemaining: 0n},
    {requestId: 2n, owner: alice, cycleId: 0n, assetsPaid: 150n * WAD, assetsRemaining: 50n * WAD},
  ]);
  expect(logs.at(-1)?.args).toEqual({caller: borrower, iterations: 2n, assetsPaid: 350n * WAD, nextRequestId: 2n});
  expect(await Promise.all([bob, alice, carol].map(owed))).toEqual([0n, 50n * WAD, 200n * WAD]);
  expect(await aidOf(said.address)).toBe(0n);
  expect(await chain.read(said, 'pendingAssets')).toBe(250n * WAD);
  expect(await chain.refusal(borrower, said, 'processUnstakeQueue', 10n)).toBe('NothingToPay');

  await stakeNew(chain, protocol, bob, 60n * WAD);
  expect(fillsOf(await process(10n))).toEqual([
    {requestId: 2n, owner: alice, cycleId: 0n, assetsPaid: 50n * WAD, assetsRemaining: 0n},
    {requestId: 3n, owner: carol, cycleId: 0n, assetsPaid: 10n * WAD, assetsRemaining: 190n * WAD},
  ]);
  expect(await chain.read(said, 'nextRequestId')).toBe(3n);
});

test('at most maxIterations requests are paid', async () => {
  for (const who of [alice, bob, carol]) await chain.send(who, protocol.said, 'unstake', WAD);
  expect(await chain.refusal(borrower, protocol.said, 'processUnstakeQueue', 0n)).toBe('NothingToPay');
  expect(fillsOf(await process(2n))).toHaveLength(2);
  expect(await Promise.all([alice, bob, carol].map(owed))).toEqual([0n, 0n, WAD]);
});

test('one open request per address; a settled one makes room for the next, with the next number', async () => {
  const {said} = protocol;
  await chain.send(alice, said, 'unstake', WAD);
  expect(await chain.refusal(alice, said, 'unstake', WAD)).toBe('OpenRequest');
  await process(1n);
  expect(await chain.read(said, 'getUnstakeRequest', alice)).toEqual([0n, 0n]);
  const logs = await chain.send(alice, said, 'unstake', WAD);
  expect(logs.at(-1)?.args).toMatchObject({requestId: 2n, owner: alice});
  expect(await chain.refusal(bob, said, 'unstake', 0n)).toBe('ZeroAmount');
  expect(await chain.refusal(bob, said, 'unstake', 301n * WAD)).toBe('ERC20InsufficientBalance');
});

test('AID owed to open requests is never deployed', async () => {
  const {said, usdc} = protocol;
  await chain.send(alice, said, 'unstake', 400n * WAD);
  const draw = (amount: bigint): [string, typeof said, string, ...unknown[]] => [
    operator,
    said,
    'deployCapital',
    DEAL,
    usdc.address,
    amount,
    borrower,
  ];
  expect(await chain.refusal(...draw(600n * WAD + 10n ** 12n))).toBe('InsufficientIdle');
  await chain.send(...draw(600n * WAD));
  await chain.send(bob, said, 'unstake', 100n * WAD);
  expect(await chain.refusal(...draw(10n ** 12n))).toBe('InsufficientIdle');
  await process(2n);
  expect(await Promise.all([alice, bob].map(owed))).toEqual([0n, 100n * WAD]);
});
