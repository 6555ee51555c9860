import {KEEPER, OPERATOR} from '../../devnet/accounts';
import type {Tx} from '../../devnet/mining';
import type {Api} from '../harness/api';
import {ALICE, BOB, BORROWER, CAROL, DEAL, WAD} from '../harness/cast';
import {DAY, Stage} from './stage';

/** The golden vectors of the queue: requests of 100, 50 and 150 paid out of 120, 90 and 200, by both policies of cycles. */
const REQUESTS = [
  [ALICE, 100n],
  [BOB, 50n],
  [CAROL, 150n],
] as const;
const START = Date.parse('2026-01-01T00:00:00Z') / 1000;
const POLICIES = {FIFO: 0, PRO_RATA: 1};

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.set();
});
afterEach(async () => {
  await stage.clear();
});

/** Three settlements. @returns their blocks */
async function play(policy: keyof typeof POLICIES): Promise<number[]> {
  const {chain, cast} = stage;
  const said = (from: string, method: string, ...args: unknown[]): Tx =>
    chain.protocol.call(from, 'said', method, ...args);
  const comeBack = (principal: bigint, income: bigint): Tx =>
    said(OPERATOR, 'returnCapital', DEAL, chain.protocol.address.usdc, BORROWER, principal * WAD, income * WAD);
  await chain.mine(
    ...REQUESTS.map(([who, amount]) => cast.mint(who, amount * WAD)),
    ...REQUESTS.map(([who, amount]) => cast.stake(who, amount * WAD)),
  );
  await chain.mineAt(START - 100, ...cast.openDeal(180n * WAD, START - 100));
  const cycles = [0, 1, 2].map((day) =>
    said(OPERATOR, 'openCycle', START + day * DAY, START + (day + 1) * DAY, START + (day + 1) * DAY, POLICIES[policy]),
  );
  await chain.mineAt(START - 50, ...cycles);
  await chain.mineAt(START, ...REQUESTS.map(([who, amount]) => cast.unstake(who, amount * WAD)));
  const settlements: number[] = [];
  for (const [i, arrives] of [[], [comeBack(90n, 0n)], [comeBack(90n, 110n)]].entries()) {
    const settle = said(KEEPER, 'settleCycle', i + 1);
    settlements.push((await chain.mineAt(START + (i + 1) * DAY, ...arrives, settle)).height);
  }
  return settlements;
}

interface Queue {
  cycles: {cycleId: string; liquid: string | null; fillRatio: string | null; verdict: string | null}[];
  requests: {remaining: string}[];
}

/** What the cycle just settled had, paid and left, at each settlement; AID, and wei are a finding. */
async function told(api: Api, settlements: number[]): Promise<unknown[]> {
  return Promise.all(
    settlements.map(async (block, i) => {
      const {unstakeQueue} = await api.query<{unstakeQueue: Queue}>(
        `{ unstakeQueue(asOf: {block: ${block}}) { cycles { cycleId liquid fillRatio verdict } requests { remaining } } }`,
      );
      const cycle = unstakeQueue.cycles.find(({cycleId}) => cycleId === `${i + 1}`);
      const left = unstakeQueue.requests.map(({remaining}) => remaining.replace(/0{18}$/, ''));
      return [cycle?.liquid?.replace(/0{18}$/, ''), cycle?.fillRatio, cycle?.verdict, left];
    }),
  );
}

/** The policy is the one that the cycles declare: the network file has none. */
async function played(policy: keyof typeof POLICIES): Promise<unknown[]> {
  const settlements = await play(policy);
  const api = await stage.index({parameters: {...stage.chain.network.parameters, queuePolicies: []}});
  return told(api, settlements);
}

test('golden on a chain: pro rata pays .4, .5 and all of what remains', async () => {
  expect(await played('PRO_RATA')).toEqual([
    ['120', '0.4', 'AGREES', ['60', '30', '90']],
    ['90', '0.5', 'AGREES', ['30', '15', '45']],
    ['200', '1', 'AGREES', []],
  ]);
});

test('golden on a chain: FIFO leaves 0/30/150, then 0/0/90, then nothing', async () => {
  expect(await played('FIFO')).toEqual([
    ['120', '0.4', 'AGREES', ['30', '150']],
    ['90', '0.5', 'AGREES', ['90']],
    ['200', '1', 'AGREES', []],
  ]);
});
