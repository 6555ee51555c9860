import {id} from 'ethers';
import {account, LocalChain} from './localChain';
import {admin, borrower, collector, deployProtocol, giveUsdc, navKeeper, operator, stakeNew, WAD} from './protocol';
import type {Protocol} from './protocol';

const alice = account('alice');
const DEAL = id('deal');
const OTHER = id('other deal');

let chain: LocalChain;
let protocol: Protocol;
let clean: string;

beforeAll(async () => {
  chain = await LocalChain.start();
  protocol = await deployProtocol(chain);
  await stakeNew(chain, protocol, alice, 1_000n * WAD);
  await chain.send(operator, protocol.said, 'deployCapital', DEAL, protocol.usdc.address, 400n * WAD, borrower);
});
beforeEach(async () => {
  clean = await chain.rpc.call<string>('evm_snapshot');
});
afterEach(() => chain.rpc.call('evm_revert', clean));
afterAll(() => chain.stop());

const vault = (view: string): Promise<bigint> => chain.read(protocol.said, view);
const realize = (amount: bigint, covered: bigint): Parameters<LocalChain['send']> => [
  navKeeper,
  protocol.said,
  'realizeLoss',
  DEAL,
  amount,
  covered,
];

test('a realised loss costs the book what the reserve fund does not cover, and the next mark agrees', async () => {
  const {distributor, said, usdc} = protocol;
  await chain.send(admin, distributor, 'setFeeConfig', 0, 0, 10_000);
  await giveUsdc(chain, protocol, borrower, 50_000_000n);
  await chain.send(collector, distributor, 'receiveRevenue', OTHER, usdc.address, borrower, 0, 50_000_000n, 0, 1);
  await chain.send(collector, distributor, 'distribute', OTHER);
  await chain.send(navKeeper, said, 'setUnrealizedLoss', DEAL, 90n * WAD);

  expect(await chain.refusal(...realize(120n * WAD, 30n * WAD))).toBe('CoverNotReceived');
  await chain.send(admin, distributor, 'drawReserveFund', DEAL, said.address, 30n * WAD);
  expect(await chain.refusal(...realize(120n * WAD, 30n * WAD + 1n))).toBe('CoverNotReceived');
  expect(await chain.refusal(...realize(10n * WAD, 11n * WAD))).toBe('CoverAboveLoss');
  expect(await chain.refusal(...realize(401n * WAD, 0n))).toBe('AmountAboveOutstanding');

  const logs = await chain.send(...realize(120n * WAD, 30n * WAD));
  expect(logs.map(({name}) => name)).toEqual(['LossRealized', 'NavUpdated']);
  expect(logs[0]?.args).toEqual({assetId: DEAL, epoch: 2n, amount: 120n * WAD, coveredByReserve: 30n * WAD});
  expect(logs[1]?.args).toMatchObject({epoch: 2n, totalAssets: 910n * WAD, unrealizedLoss: 0n});
  expect(await vault('totalOutstanding')).toBe(280n * WAD);
  expect(await chain.read(said, 'outstandingOf', DEAL)).toBe(280n * WAD);
  await chain.send(navKeeper, said, 'updateNav', 0n);
  expect(await vault('totalAssets')).toBe(910n * WAD);
  expect(await chain.refusal(...realize(WAD, 1n))).toBe('CoverNotReceived');
});

test('a loss that is realised in part stays unrealised for the rest', async () => {
  const {said} = protocol;
  await chain.send(navKeeper, said, 'setUnrealizedLoss', OTHER, 5n * WAD);
  await chain.send(navKeeper, said, 'setUnrealizedLoss', DEAL, 90n * WAD);
  const gapless = await vault('unstakingNav');
  await chain.send(...realize(60n * WAD, 0n));
  expect(await chain.read(said, 'unrealizedLossOf', DEAL)).toBe(30n * WAD);
  expect(await vault('unrealizedLoss')).toBe(35n * WAD);
  expect(await vault('unstakingNav')).toBe(gapless);
});

test('a vault cannot promise more than it has: losses beyond the book are refused', async () => {
  const {said} = protocol;
  await chain.send(alice, said, 'unstake', 900n * WAD);
  expect(await chain.refusal(...realize(101n * WAD, 0n))).toBe('LossAboveAssets');
  await chain.send(...realize(100n * WAD, 0n));
  expect(await vault('totalAssets')).toBe(0n);
  await chain.send(navKeeper, said, 'updateNav', 0n);
  expect(await vault('totalAssets')).toBe(0n);
});
