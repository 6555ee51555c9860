import {id, ZeroAddress} from 'ethers';
import {account, LocalChain, type Deployed, type Happened} from './localChain';
import {admin, deployProtocol, giveAid, WAD, type Protocol} from './protocol';

const alice = account('alice');

let chain: LocalChain;
let protocol: Protocol;
let trader: Deployed;
let clean: string;

beforeAll(async () => {
  chain = await LocalChain.start();
  protocol = await deployProtocol(chain);
  trader = await chain.deploy('FlashTrader', [protocol.aid.address], alice);
  await giveAid(chain, protocol, alice, 1_000n * WAD);
  await chain.send(alice, protocol.aid, 'transfer', trader.address, 500n * WAD);
});
beforeEach(async () => {
  clean = await chain.rpc.call<string>('evm_snapshot');
});
afterEach(() => chain.rpc.call('evm_revert', clean));
afterAll(() => chain.stop());

const trade = (amount: bigint): Promise<Happened[]> => chain.send(alice, trader, 'trade', amount);
const refusal = (amount: bigint): Promise<string | undefined> => chain.refusal(alice, trader, 'trade', amount);
const supply = (): Promise<bigint> => chain.read(protocol.aid, 'totalSupply');

test('a flash mint is two transfers of the zero address, the second with the fee, and then FlashMinted', async () => {
  const amount = 1_000_000n * WAD;
  const fee = 500n * WAD;
  const logs = await trade(amount);
  expect(logs.map(({name, args}) => [name, args])).toEqual([
    ['Transfer', {from: ZeroAddress, to: trader.address, value: amount}],
    ['Transfer', {from: trader.address, to: ZeroAddress, value: amount + fee}],
    ['FlashMinted', {to: trader.address, amount}],
  ]);
});

test.each([
  [0n, 0n],
  [1n, 1n],
  [2_000n, 1n],
  [2_001n, 2n],
  [10n ** 21n + 1n, 5n * 10n ** 17n + 1n],
])('a flash mint of %d wei lowers the supply by its fee of %d alone: 5 bps, rounded up', async (amount, fee) => {
  const before = await supply();
  const held = await chain.read<bigint>(protocol.aid, 'balanceOf', trader.address);
  await trade(amount);
  expect(await supply()).toBe(before - fee);
  expect(await chain.read(protocol.aid, 'balanceOf', trader.address)).toBe(held - fee);
});

test('who cannot pay the fee gets nothing, and nothing happened', async () => {
  const before = await supply();
  expect(await refusal(1_000_000n * WAD + 1n)).toBe('ERC20InsufficientBalance');
  expect(await supply()).toBe(before);
});

test('a caller that does not answer the loan is refused', async () => {
  expect(await chain.refusal(alice, protocol.aid, 'flashMint', WAD)).toBeDefined();
});

test('a pause and the deny list stop flash mints', async () => {
  const {aid} = protocol;
  await chain.send(admin, aid, 'pause');
  expect(await refusal(WAD)).toBe('EnforcedPause');
  await chain.send(admin, aid, 'unpause');
  await chain.send(admin, aid, 'grantRole', id('DENY_LIST_GUARD_ROLE'), admin);
  await chain.send(admin, aid, 'addToDenyList', [trader.address]);
  expect(await refusal(WAD)).toBe('DeniedAddress');
});
