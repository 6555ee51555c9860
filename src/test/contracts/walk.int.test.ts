import fc from 'fast-check';
import {id} from 'ethers';
import {account, LocalChain} from './localChain';
import {
  AID_PER_UNIT,
  admin,
  borrower,
  deployProtocol,
  giveUsdc,
  navKeeper,
  operator,
  stakeNew,
  WAD,
  type Protocol,
} from './protocol';

const stakers = ['ann', 'ben', 'cem', 'dan'].map(account);
const deals = ['deal 1', 'deal 2'].map(id);
const MAY_BE_REFUSED = [
  ...['OpenRequest', 'ERC20InsufficientBalance', 'NothingToPay', 'InsufficientIdle', 'AmountAboveOutstanding'],
  ...['LossAboveAssets', 'ZeroAmount', 'CycleNotOpened', 'CycleNotDue'],
];

let chain: LocalChain;
let protocol: Protocol;

beforeAll(async () => {
  chain = await LocalChain.start();
  protocol = await deployProtocol(chain);
  await giveUsdc(chain, protocol, borrower, 10n ** 15n);
  for (const who of stakers) await stakeNew(chain, protocol, who, 1_000n * WAD);
});
afterAll(() => chain.stop());

type Step = readonly [kind: string, which: number, amount: bigint];

const amount = fc.oneof(fc.bigInt(1n, 9n), fc.bigInt(1n, 400_000_000n), fc.bigInt(1n, 2_000_000_000n));
const kind = fc.constantFrom(
  'stake',
  'unstake',
  'unstake',
  'pay',
  'open',
  'settle',
  'settle',
  'deploy',
  'return',
  'mark',
  'sync',
  'lose',
  'realize',
);
const step: fc.Arbitrary<Step> = fc.tuple(kind, fc.nat(3), amount);

/** The transaction of a step: `units` are micro-AID; `cycleId` is the one whose settlement is next. */
function transaction([kindOfStep, which, units]: Step, cycleId: bigint): Parameters<LocalChain['send']> {
  const {said, usdc} = protocol;
  const [who, deal, wei] = [stakers[which] ?? '', deals[which % 2], units * AID_PER_UNIT];
  switch (kindOfStep) {
    case 'unstake':
      return [who, said, 'unstake', wei + 1n];
    case 'pay':
      return [who, said, 'processUnstakeQueue', units % 3n];
    case 'settle':
      return [who, said, 'settleCycle', cycleId];
    case 'deploy':
      return [operator, said, 'deployCapital', deal, usdc.address, wei, borrower];
    case 'return':
      return [
        operator,
        said,
        'returnCapital',
        deal,
        usdc.address,
        borrower,
        wei,
        (wei / AID_PER_UNIT / 50n) * AID_PER_UNIT,
      ];
    case 'mark':
      return [navKeeper, said, 'updateNav', wei / 40n];
    case 'sync':
      return [navKeeper, said, 'syncNav', wei / 40n];
    case 'lose':
      return [navKeeper, said, 'setUnrealizedLoss', deal, wei / 20n];
    default:
      return [navKeeper, said, 'realizeLoss', deal, wei / 100n, 0n];
  }
}

/** Opens the next cycle: a few seconds from now on, or from the end of the one before it, due a little later. */
async function openCycle([, which]: Step): Promise<void> {
  const {said} = protocol;
  const last = await chain.read<bigint>(said, 'lastCycleId');
  const [, cutoffAt, settlesAt] = (await chain.read<bigint[]>(said, 'cycleOf', last)).map(Number);
  const opensAt = Math.max(await chain.now(), cutoffAt ?? 0);
  const due = Math.max(opensAt + 4 + which, settlesAt ?? 0);
  await chain.send(operator, said, 'openCycle', opensAt, opensAt + 2 + which, due, which % 2);
}

/** Sends a step, unless the vault refuses it for a reason it may have. @returns whether it was sent */
async function take(taken: Step): Promise<boolean> {
  if (taken[0] === 'stake') {
    await stakeNew(chain, protocol, stakers[taken[1]] ?? '', taken[2] * AID_PER_UNIT);
    return true;
  }
  if (taken[0] === 'open') {
    await openCycle(taken);
    return true;
  }
  const next = taken[0] === 'settle' ? (await chain.read<bigint>(protocol.said, 'lastSettledCycleId')) + 1n : 0n;
  const sending = transaction(taken, next);
  const reason = await chain.refusal(...sending);
  if (reason !== undefined) expect(MAY_BE_REFUSED).toContain(reason);
  else await chain.send(...sending);
  return reason === undefined;
}

test('after every step of a random walk the vault owes what requests say, lends what deals say, and prices agree', async () => {
  const {aid, assetToken, minter, said, usdc} = protocol;
  for (const deal of deals) await chain.send(operator, assetToken, 'mint', said.address, deal, 10n ** 30n);
  await chain.send(admin, said, 'setAssetToken', assetToken.address);
  const view = (name: string, ...args: unknown[]): Promise<bigint> => chain.read(said, name, ...args);
  const sent = new Set<string>();
  for (const taken of fc.sample(step, {seed: 31_337, numRuns: 160})) {
    const [before, loss] = [await view('unstakingNav'), await view('unrealizedLoss')];
    if (await take(taken)) sent.add(taken[0]);
    const requests = await Promise.all(stakers.map((who) => chain.read<bigint[]>(said, 'getUnstakeRequest', who)));
    const owed = requests.reduce((sum, [, assets = 0n]) => sum + assets, 0n);
    const lent = await Promise.all(deals.map((deal) => view('outstandingOf', deal)));
    const lost = await Promise.all(deals.map((deal) => view('unrealizedLossOf', deal)));
    const [book, pending, outstanding, income] = await Promise.all(
      ['totalAssets', 'pendingAssets', 'totalOutstanding', 'accruedIncome'].map((name) => view(name)),
    );
    expect(pending).toBe(owed);
    expect(outstanding).toBe(lent.reduce((sum, part) => sum + part, 0n));
    expect(await view('unrealizedLoss')).toBe(lost.reduce((sum, part) => sum + part, 0n));
    expect(await view('stakingNav')).toBeGreaterThanOrEqual(await view('unstakingNav'));

    const held = await chain.read<bigint>(aid, 'balanceOf', said.address);
    const atMark = held - owed + (outstanding ?? 0n) + (income ?? 0n);
    expect(atMark).toBeGreaterThanOrEqual(book ?? 0n);
    if (['mark', 'sync'].includes(taken[0])) expect(book).toBe(atMark);
    if (['unstake', 'pay', 'open', 'settle', 'deploy', 'return'].includes(taken[0])) {
      expect(await view('unrealizedLoss')).toBe(loss);
      expect([0n, 1n]).toContain((await view('unstakingNav')) - before);
    }
    expect(await chain.read(aid, 'totalSupply')).toBe(
      (await chain.read<bigint>(usdc, 'balanceOf', minter.address)) * AID_PER_UNIT,
    );
  }
  expect([...sent].sort()).toEqual([
    ...['deploy', 'lose', 'mark', 'open', 'pay', 'realize', 'return', 'settle', 'stake', 'sync', 'unstake'],
  ]);
});
