import {account, LocalChain, type Happened} from './localChain';
import {borrower, deployProtocol, operator, stakeNew, WAD, type Protocol} from './protocol';

const alice = account('alice');
const bob = account('bob');
const DAY = 86_400;
const FIFO = 0;
const PRO_RATA = 1;

let chain: LocalChain;
let protocol: Protocol;
let clean: string;
/** A round time some way ahead of the head, on which the first cycle of a test begins. */
let start: number;

beforeAll(async () => {
  chain = await LocalChain.start();
  protocol = await deployProtocol(chain);
  for (const who of [alice, bob]) await stakeNew(chain, protocol, who, 500n * WAD);
  start = (Math.floor((await chain.now()) / DAY) + 2) * DAY;
});
beforeEach(async () => {
  clean = await chain.rpc.call<string>('evm_snapshot');
});
afterEach(() => chain.rpc.call('evm_revert', clean));
afterAll(() => chain.stop());

const open = (from: number, cutoff: number, settles: number, policy = FIFO): Promise<Happened[]> =>
  chain.send(
    operator,
    protocol.said,
    'openCycle',
    start + from * DAY,
    start + cutoff * DAY,
    start + settles * DAY,
    policy,
  );
const openRefusal = (from: number, cutoff: number, settles: number): Promise<string | undefined> =>
  chain.refusal(
    operator,
    protocol.said,
    'openCycle',
    start + from * DAY,
    start + cutoff * DAY,
    start + settles * DAY,
    FIFO,
  );
const currentCycle = (): Promise<bigint> => chain.read(protocol.said, 'currentCycleId');
const settleRefusal = (cycleId: bigint): Promise<string | undefined> =>
  chain.refusal(borrower, protocol.said, 'settleCycle', cycleId);

/** Requests one share at a time; settles it at once, so that the owner may ask again. @returns the cycle in the event */
async function cycleOfRequestAt(time: number): Promise<unknown> {
  await chain.nextBlockAt(time);
  const logs = await chain.send(alice, protocol.said, 'unstake', WAD);
  await chain.send(borrower, protocol.said, 'processUnstakeQueue', 1n);
  return logs.at(-1)?.args['cycleId'];
}

test('a cycle is told with its times and policy, numbered from 1', async () => {
  const [first] = await open(0, 30, 60);
  const [second] = await open(30, 60, 90, PRO_RATA);
  const times = (from: number): object => ({
    opensAt: BigInt(start + from * DAY),
    cutoffAt: BigInt(start + (from + 30) * DAY),
    settlesAt: BigInt(start + (from + 60) * DAY),
  });
  expect(first).toMatchObject({name: 'WithdrawalCycleOpened', args: {cycleId: 1n, ...times(0), fillPolicy: 0n}});
  expect(second).toMatchObject({name: 'WithdrawalCycleOpened', args: {cycleId: 2n, ...times(30), fillPolicy: 1n}});
  expect(await chain.read(protocol.said, 'lastCycleId')).toBe(2n);
});

test('only the operator opens cycles', async () => {
  expect(await chain.refusal(alice, protocol.said, 'openCycle', start, start + DAY, start + DAY, FIFO)).toBe(
    'AccessControlUnauthorizedAccount',
  );
});

test('a cycle opens before its cutoff, is cut off no later than it settles, and follows the one before it', async () => {
  const impossible: [number, number, number][] = [
    [5, 5, 9],
    [6, 5, 9],
    [0, 5, 4],
  ];
  for (const times of impossible) expect([times, await openRefusal(...times)]).toEqual([times, 'InvalidCycle']);
  await open(0, 30, 60);
  expect(await openRefusal(29, 59, 90)).toBe('InvalidCycle');
  expect(await openRefusal(30, 45, 59)).toBe('InvalidCycle');
  await open(31, 60, 60);
});

test('a request carries the cycle whose window holds its second: the opening included, the cutoff not', async () => {
  await open(0, 30, 60);
  await open(32, 60, 90);
  expect(await cycleOfRequestAt(start - 1)).toBe(0n);
  expect(await cycleOfRequestAt(start)).toBe(1n);
  expect(await cycleOfRequestAt(start + 30 * DAY - 1)).toBe(1n);
  expect(await cycleOfRequestAt(start + 30 * DAY)).toBe(0n);
  expect(await cycleOfRequestAt(start + 32 * DAY)).toBe(2n);
  await chain.moveTo(start + 60 * DAY);
  expect(await currentCycle()).toBe(0n);
});

test('cycles opened in advance do not hide the one that is open', async () => {
  for (let i = 0; i < 4; i++) await open(30 * i, 30 * (i + 1), 30 * (i + 2));
  await chain.moveTo(start + 45 * DAY);
  expect(await currentCycle()).toBe(2n);
});

test('a cycle is settled once, not a second early, after those before it, and only when it was opened', async () => {
  const {said} = protocol;
  await open(0, 30, 60);
  await open(30, 60, 90);
  await chain.moveTo(start + 60 * DAY - 2);
  expect(await settleRefusal(1n)).toBe('CycleNotDue');
  await chain.moveTo(start + 100 * DAY);
  expect(await settleRefusal(0n)).toBe('CycleNotOpened');
  expect(await settleRefusal(3n)).toBe('CycleNotOpened');
  expect(await settleRefusal(2n)).toBe('CycleOutOfOrder');
  const logs = await chain.send(borrower, said, 'settleCycle', 1n);
  expect(logs.map(({name, args}) => [name, args['cycleId']])).toEqual([['WithdrawalCycleSettled', 1n]]);
  expect(await settleRefusal(1n)).toBe('CycleAlreadySettled');
  await chain.send(borrower, said, 'settleCycle', 2n);
  expect(await chain.read(said, 'lastSettledCycleId')).toBe(2n);
});

test('a cycle is settled in the very second in which it is due', async () => {
  await open(0, 30, 60);
  await chain.nextBlockAt(start + 60 * DAY);
  await chain.send(bob, protocol.said, 'settleCycle', 1n);
  expect(await chain.now()).toBe(start + 60 * DAY);
});
