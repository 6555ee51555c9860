import {ratioWad, secondsOf, sum, wadOrNull} from '../decimals';
import {DealOracle, flowed, type Deal, type DealFlow} from '../dealOracle';
import {duesOf, type Due} from '../dues';
import {schedulesOf} from '../scheduleFiles';
import {blocksOf, type Context} from '../seen';

const PAYMENT = 'dueAt interest principal paidInterest paidPrincipal paidAt received';
const CASH_FLOW = `scheduleVersion contractual due received surprise payments { ${PAYMENT} }`;
const CREDIT = 'daysPastDue arrears collectionRate';

type Payment = Record<'dueAt' | 'interest' | 'principal' | 'paidInterest' | 'paidPrincipal' | 'received', string> & {
  paidAt: string | null;
};
type CashFlow = {
  received: string;
  payments: Payment[];
  scheduleVersion: number | null;
  contractual: boolean | null;
} & Record<'due' | 'surprise', string | null>;
type Credit = {daysPastDue: number | null; arrears: string | null; collectionRate: string | null};

/** What deals paid, by the logs, beside what their attested schedules ask for. */
export function cashFlowChecks(seen: Context): void {
  test('what every deal paid is its logs, and its due dates are paid the oldest first, at the head and in the past', async () => {
    let paid = 0;
    for (const block of blocksOf(seen())) {
      const {chain, product} = seen();
      const at = await chain.timeOf(block);
      const deals = await new DealOracle(chain).deals(block);
      const ask = async <A>(question: string, fields: string): Promise<A[]> => {
        const asked = deals.map(
          ({assetId}, i) => `a${i}: ${question}(assetId: "${assetId}", asOf: {block: ${block}}) { ${fields} }`,
        );
        return Object.values(await product.query<Record<string, A>>(`{ ${asked.join('\n')} }`));
      };
      const answers = await ask<CashFlow>('assetCashFlow', CASH_FLOW);
      const credits = await ask<Credit>('assetMetrics', CREDIT);
      deals.forEach((deal, i) => {
        const [answer, credit] = [answers[i], credits[i]];
        expect(BigInt(answer.received)).toBe(flowed(deal.flows, 'REVENUE', 'INCOME', 'PRINCIPAL'));
        const schedules = schedulesOf(product.dataDir, deal.assetId, at);
        const schedule = schedules.at(-1);
        expect([answer.scheduleVersion, answer.contractual]).toEqual([
          schedule === undefined ? null : schedules.length,
          schedule?.contractual ?? null,
        ]);
        if (schedule === undefined) return;
        const counted = deal.flows.filter((flow) => flow.at >= schedule.countsFrom);
        const dues = duesOf(schedule.payments, of(counted, 'REVENUE', 'INCOME'), of(counted, 'PRINCIPAL'));
        expect(answer.payments.map(told)).toEqual(dues);
        const fallen = dues.filter(({dueAt}) => dueAt <= at);
        const due = sum(fallen.map(({interest, principal}) => interest + principal));
        expect(BigInt(answer.due ?? -1)).toBe(due);
        expect(BigInt(answer.surprise ?? 0)).toBe(sum(fallen.map(({received}) => received)) - due);
        if (schedule.contractual) expectCredit(deal, credit, fallen, at);
        paid += fallen.filter(({paidAt}) => paidAt !== null).length;
      });
    }
    expect(paid).toBeGreaterThan(3);
  });
}

const of = (flows: readonly DealFlow[], ...kinds: readonly DealFlow['kind'][]): readonly DealFlow[] =>
  flows.filter(({kind}) => kinds.includes(kind));

const told = (payment: Payment): Due => ({
  dueAt: secondsOf(payment.dueAt),
  interest: BigInt(payment.interest),
  principal: BigInt(payment.principal),
  paidInterest: BigInt(payment.paidInterest),
  paidPrincipal: BigInt(payment.paidPrincipal),
  paidAt: payment.paidAt === null ? null : secondsOf(payment.paidAt),
  received: BigInt(payment.received),
});

/** Days past due, arrears and the collection rate follow from the due dates that have passed. */
function expectCredit({registration, status}: Deal, credit: Credit, fallen: readonly Due[], at: number): void {
  const paid = sum(fallen.map(({paidInterest, paidPrincipal}) => paidInterest + paidPrincipal));
  const due = sum(fallen.map(({interest, principal}) => interest + principal));
  expect(wadOrNull(credit.collectionRate)).toBe(ratioWad(paid, due));
  if (registration.dealType === 1n || ['PENDING', 'REPAID', 'LIQUIDATED'].includes(status)) {
    expect([credit.daysPastDue, credit.arrears]).toEqual([null, null]);
    return;
  }
  const oldest = fallen.find(({paidAt}) => paidAt === null);
  expect(credit.daysPastDue).toBe(oldest === undefined ? 0 : Math.floor((at - oldest.dueAt) / 86_400));
  expect(BigInt(credit.arrears ?? -1)).toBe(due - paid);
}
