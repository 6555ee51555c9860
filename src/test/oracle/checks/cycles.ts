import {halfEven, ratioWad, secondsOf, sum, wadOrNull} from '../decimals';
import {fillRule} from '../fillRule';
import {inForce, networkFile} from '../networkFile';
import {QueueLedger, type CycleAccount} from '../queueLedger';
import {QueueOracle, type QueueCycle, type QueueRequest} from '../queueOracle';
import {blocksOf, once, type Context} from '../seen';

const ACCOUNT = 'opening requested filled filledBetween cancelled rolled open residual due liquid';
const CYCLE = `cycleId status policy declaredPolicy opensAt cutoffAt settlesAt settledAt requestCount ${ACCOUNT}
  fillRatio daysToPay verdict liquiditySources { amount }`;

type Instants = Record<'opensAt' | 'cutoffAt' | 'settlesAt' | 'settledAt', string | null>;
type Amounts = Record<'opening' | 'requested' | 'filled' | 'filledBetween' | 'cancelled' | 'open', string> &
  Record<'rolled' | 'residual' | 'due' | 'liquid', string | null>;
type Cycle = Instants &
  Amounts & {cycleId: string; status: string; policy: string; declaredPolicy: string | null; requestCount: number} & {
    fillRatio: string | null;
    daysToPay: string | null;
    verdict: string | null;
    liquiditySources: {amount: string}[];
  };

interface World {
  readonly cycles: readonly QueueCycle[];
  readonly requests: readonly QueueRequest[];
  readonly ledger: QueueLedger;
  readonly answers: ReadonlyMap<bigint, Cycle>;
}

/**
 * The calendar of the queue and the account of each of its cycles.
 * @param settled how many cycles are settled at least by the head
 */
export function cycleChecks(seen: Context, settled: number): void {
  const worldAt = once(async (block: number): Promise<World> => {
    const {chain, product} = seen();
    const queue = new QueueOracle(chain);
    const [cycles, requests] = [await queue.cycles(block), await queue.requests(block)];
    const {unstakeQueue} = await product.query<{unstakeQueue: {cycles: Cycle[]}}>(
      `{ unstakeQueue(asOf: {block: ${block}}) { cycles { ${CYCLE} } } }`,
    );
    const answers = new Map(unstakeQueue.cycles.map((cycle) => [BigInt(cycle.cycleId), cycle]));
    return {cycles, requests, ledger: new QueueLedger(cycles, requests, {block, index: Infinity}), answers};
  });

  test('every cycle is dated and declared as cycleOf() says, and settled when its log says so', async () => {
    for (const block of blocksOf(seen())) {
      const {cycles, requests, answers} = await worldAt(block);
      expect([...answers.keys()].sort()).toEqual([0n, ...cycles.map(({cycleId}) => cycleId)].sort());
      expect(cycles.length).toBeGreaterThanOrEqual(block === seen().head ? 1 : 0);
      for (const cycle of cycles) {
        const answer = answers.get(cycle.cycleId);
        expect(answer).toMatchObject({
          status: cycle.isSettled ? 'SETTLED' : 'OPENED',
          declaredPolicy: cycle.policy,
          requestCount: requests.filter(({cycleId}) => cycleId === cycle.cycleId).length,
        });
        const dates = ['opensAt', 'cutoffAt', 'settlesAt', 'settledAt'] as const;
        expect(dates.map((date) => (answer?.[date] == null ? null : secondsOf(answer[date])))).toEqual([
          ...[cycle.opensAt, cycle.cutoffAt, cycle.settlesAt],
          cycle.settlement?.at ?? null,
        ]);
      }
      expect(cycles.filter(({isSettled}) => isSettled).length).toBeGreaterThanOrEqual(
        block === seen().head ? settled : 0,
      );
    }
  });

  test('the account of every cycle is the replay of requests and payments, and balances to the wei', async () => {
    for (const block of blocksOf(seen())) {
      const {cycles, ledger, answers} = await worldAt(block);
      expect(amounts(answers.get(0n))).toEqual({
        ...{...ledger.outside(), cancelled: 0n, residual: 0n, due: null, liquid: null},
      });
      for (const cycle of cycles) expect(amounts(answers.get(cycle.cycleId))).toEqual(expectedOf(cycle, ledger));
    }
  });

  test('a settlement paid by its policy what FillRule makes of its cash, which is what the vault held or all that was due', async () => {
    const {cycles, requests, ledger, answers} = await worldAt(seen().head);
    const {queuePolicies} = networkFile(seen().product.dataDir).parameters;
    for (const cycle of cycles.filter(({isSettled}) => isSettled)) {
      const {settlement, cycleId} = cycle;
      if (settlement === null) throw new Error(`cycle ${cycleId} is settled without a log`);
      const answer = answers.get(cycleId);
      const line = ledger.due(cycle);
      const paid = line.map(({request}) =>
        sum(request.fills.filter((fill) => fill.cycleId === cycleId).map((fill) => fill.paid)),
      );
      const {policy} = inForce(queuePolicies, settlement.block);
      const byPolicy = fillRule(
        policy,
        line.map(({owed}) => owed),
        settlement.paid,
      );
      const isKept = byPolicy.every((part, i) => part === paid[i]);
      expect([cycleId, answer?.policy, answer?.verdict]).toEqual([
        cycleId,
        policy,
        isKept ? 'AGREES' : 'POLICY_MISMATCH',
      ]);
      expect(settlement.paid).toBe(settlement.liquid < settlement.due ? settlement.liquid : settlement.due);
      expect(wadOrNull(answer?.fillRatio ?? null)).toBe(ratioWad(settlement.paid, settlement.due));
      expect(wadOrNull(answer?.daysToPay ?? null)).toBe(daysToPay(requests, cycleId));
      expect(sum((answer?.liquiditySources ?? []).map(({amount}) => BigInt(amount)))).toBe(settlement.liquid);
    }
    expect(answers.get(0n)?.daysToPay).not.toBeNull();
    expect(wadOrNull(answers.get(0n)?.daysToPay ?? null)).toBe(daysToPay(requests, 0n));
  });
}

/** The account as it must be answered: what rolls is the contract's own word, the residual what that leaves. */
function expectedOf(cycle: QueueCycle, ledger: QueueLedger): Record<string, bigint | null> {
  const account: CycleAccount = ledger.of(cycle);
  const {settlement} = cycle;
  if (settlement === null) return {...account, rolled: null, residual: null, cancelled: 0n, due: null, liquid: null};
  const rolled = settlement.due - settlement.paid;
  return {
    ...account,
    ...{rolled, residual: account.rolled - rolled, cancelled: 0n, due: settlement.due, liquid: settlement.liquid},
  };
}

function amounts(cycle: Cycle | undefined): Record<string, bigint | null> {
  const fields = ACCOUNT.split(' ') as (keyof Amounts)[];
  return Object.fromEntries(fields.map((field) => [field, cycle?.[field] == null ? null : BigInt(cycle[field])]));
}

/** Mean wait of what payments that carry a cycle paid, weighted by AID, in days. */
function daysToPay(requests: readonly QueueRequest[], cycleId: bigint): bigint | null {
  const fills = requests.flatMap(({at, fills: all}) =>
    all.filter((fill) => fill.cycleId === cycleId).map((fill) => ({paid: fill.paid, waited: BigInt(fill.at - at)})),
  );
  const paid = sum(fills.map((fill) => fill.paid));
  if (paid === 0n) return null;
  return halfEven(sum(fills.map((fill) => fill.paid * fill.waited)) * 10n ** 18n, paid * 86_400n);
}
