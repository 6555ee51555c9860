import {id} from 'ethers';
import {admin, borrower, WAD} from './protocol';
import {QueueStage, type Settlement} from './queueStage';
import type {Happened} from './localChain';

const [FIFO, PRO_RATA] = [0, 1];

let stage: QueueStage;
let clean: string;

beforeAll(async () => {
  stage = await QueueStage.start();
});
beforeEach(async () => {
  clean = await stage.chain.rpc.call<string>('evm_snapshot');
});
afterEach(() => stage.chain.rpc.call('evm_revert', clean));
afterAll(() => stage.chain.stop());

const {ann, ben, cem, dan} = QueueStage;
const aidOf = (who: string): Promise<bigint> => stage.aidOf(who);
const owed = (who: string): Promise<bigint> => stage.owed(who);
const unstake = (who: string, shares: bigint): Promise<Happened[]> => stage.unstake(who, shares);
const open = (n: number, policy: number): Promise<Happened[]> => stage.open(n, policy);
const into = (n: number): Promise<void> => stage.into(n);
const settle = (n: number): Promise<Settlement> => stage.settle(n);
const leave = (whole: bigint, wei?: bigint): Promise<void> => stage.leave(whole, wei);
const bring = (wei: bigint): Promise<Happened[]> => stage.bring(wei);

test('FIFO pays the oldest first, the last one in part, and what is left is first in the next settlement', async () => {
  await open(1, FIFO);
  await open(2, FIFO);
  await leave(250n, 7n);
  await into(1);
  for (const who of [ben, ann, cem]) await unstake(who, 100n * WAD);
  await into(2);
  await unstake(dan, 100n * WAD);
  expect(await settle(1)).toEqual({
    fills: [
      [1n, 100n * WAD, 0n],
      [2n, 100n * WAD, 0n],
      [3n, 50n * WAD + 7n, 50n * WAD - 7n],
    ],
    requested: 300n * WAD,
    paid: 250n * WAD + 7n,
  });
  await bring(60n * WAD);
  expect(await settle(2)).toEqual({
    fills: [
      [3n, 50n * WAD - 7n, 0n],
      [4n, 10n * WAD + 7n, 90n * WAD - 7n],
    ],
    requested: 150n * WAD - 7n,
    paid: 60n * WAD,
  });
});

test('PRO_RATA pays everybody the same part, floored; the wei that flooring leaves go to the oldest', async () => {
  await open(1, PRO_RATA);
  await leave(100n, 5n);
  await into(1);
  const asked = [101n * WAD + 1n, 57n * WAD + 3n, 211n * WAD + 9n];
  for (const [i, who] of [ann, ben, cem].entries()) await unstake(who, asked[i] ?? 0n);
  const [cash, due] = [100n * WAD + 5n, 369n * WAD + 13n];
  const floors = asked.map((part) => (part * cash) / due);
  const dust = cash - floors.reduce((sum, part) => sum + part, 0n);
  expect(dust).toBeGreaterThan(0n);
  const parts = floors.map((part, i) => (i === 0 ? part + dust : part));
  expect(await settle(1)).toEqual({
    fills: parts.map((part, i) => [BigInt(i + 1), part, (asked[i] ?? 0n) - part]),
    requested: due,
    paid: cash,
  });
  expect(await aidOf(stage.protocol.said.address)).toBe(0n);
});

test('PRO_RATA with fewer wei than requests gives them to the oldest, and never more than he is owed', async () => {
  await open(1, PRO_RATA);
  await leave(0n, 4n);
  await into(1);
  await unstake(ann, 1n);
  for (const who of [ben, cem]) await unstake(who, 10n * WAD);
  expect((await settle(1)).fills).toEqual([
    [1n, 1n, 0n],
    [2n, 2n, 10n * WAD - 2n],
    [3n, 1n, 10n * WAD - 1n],
  ]);
  expect(await stage.chain.read(stage.protocol.said, 'nextRequestId')).toBe(2n);
});

test.each([
  ['FIFO', FIFO],
  ['PRO_RATA', PRO_RATA],
] as const)('%s with enough cash pays everybody in full, and leaves the rest in the vault', async (_name, policy) => {
  await open(1, policy);
  await leave(1_000n);
  await into(1);
  for (const who of [ann, ben, cem]) await unstake(who, 100n * WAD + 1n);
  const {fills, requested, paid} = await settle(1);
  expect(fills.map(([, , left]) => left)).toEqual([0n, 0n, 0n]);
  expect([requested, paid]).toEqual([300n * WAD + 3n, 300n * WAD + 3n]);
  expect(await stage.chain.read(stage.protocol.said, 'pendingAssets')).toBe(0n);
  expect(await aidOf(stage.protocol.said.address)).toBe(700n * WAD - 3n);
});

test.each([
  ['FIFO', FIFO],
  ['PRO_RATA', PRO_RATA],
] as const)('%s without cash fills nobody and says so; the requests roll', async (_name, policy) => {
  await open(1, policy);
  await open(2, policy);
  await leave(0n);
  await into(1);
  for (const who of [ann, ben]) await unstake(who, 100n * WAD);
  expect(await settle(1)).toEqual({fills: [], requested: 200n * WAD, paid: 0n});
  await bring(200n * WAD);
  expect((await settle(2)).fills).toHaveLength(2);
});

test('requests after the cutoff are not paid, whatever cash there is', async () => {
  await open(1, PRO_RATA);
  await into(1);
  await unstake(ann, 10n * WAD);
  await into(2);
  await unstake(ben, 10n * WAD);
  expect((await settle(1)).fills).toEqual([[1n, 10n * WAD, 0n]]);
  expect(await owed(ben)).toBe(10n * WAD);
});

test('requests of before the first cycle are paid by it, unless the queue was processed before', async () => {
  await unstake(ann, 10n * WAD);
  await unstake(ben, 20n * WAD);
  await open(1, PRO_RATA);
  await into(1);
  await unstake(cem, 30n * WAD);
  await stage.chain.send(borrower, stage.protocol.said, 'processUnstakeQueue', 1n);
  expect(await settle(1)).toEqual({
    fills: [
      [2n, 20n * WAD, 0n],
      [3n, 30n * WAD, 0n],
    ],
    requested: 50n * WAD,
    paid: 50n * WAD,
  });
});

test('what processing pays between settlements, in part too, is not owed at the next one', async () => {
  await open(1, PRO_RATA);
  await leave(130n);
  await into(1);
  for (const who of [ann, ben]) await unstake(who, 100n * WAD);
  const processed = await stage.chain.send(cem, stage.protocol.said, 'processUnstakeQueue', 5n);
  expect(processed.at(-1)?.args).toEqual({caller: cem, iterations: 2n, assetsPaid: 130n * WAD, nextRequestId: 2n});
  await bring(40n * WAD);
  expect(await settle(1)).toEqual({fills: [[2n, 40n * WAD, 30n * WAD]], requested: 70n * WAD, paid: 40n * WAD});
});

test('an owner on the deny list stops nobody: he is passed over, and is the first again once he is admitted', async () => {
  const {aid, said} = stage.protocol;
  await stage.chain.send(admin, aid, 'grantRole', id('DENY_LIST_GUARD_ROLE'), admin);
  for (const n of [1, 2]) await open(n, PRO_RATA);
  await leave(100n);
  await into(1);
  for (const who of [ann, ben, cem, dan]) await unstake(who, 80n * WAD);
  await stage.chain.send(admin, aid, 'addToDenyList', [ann, cem]);
  const processed = await stage.chain.send(borrower, said, 'processUnstakeQueue', 1n);
  expect(processed.at(-1)?.args).toMatchObject({iterations: 1n, assetsPaid: 80n * WAD, nextRequestId: 1n});
  expect(await settle(1)).toEqual({fills: [[4n, 20n * WAD, 60n * WAD]], requested: 80n * WAD, paid: 20n * WAD});
  expect(await stage.chain.read(said, 'pendingAssets')).toBe(220n * WAD);

  await stage.chain.send(admin, aid, 'removeFromDenyList', [ann, cem]);
  await bring(220n * WAD);
  expect((await settle(2)).fills).toEqual([
    [1n, 80n * WAD, 0n],
    [3n, 80n * WAD, 0n],
    [4n, 60n * WAD, 0n],
  ]);
  expect(await stage.chain.read(said, 'nextRequestId')).toBe(5n);
});
