import type {Report} from '../../../domain/report';
import type {Block} from '../block';
import {dayOf, monthAt, monthOf, startOfDay, timeOf} from '../calendar';
import type {DealState} from '../dealBook';
import {BAD_DEAL, DEALS, EQUITY, type Deal} from '../deals';
import {borrowerOf, scheduleOf} from './dealReports';
import {idOf, iso, ratioText, reportOf} from './document';

const NOON = 12;
const MONTHS = 3;
/** A business without debt service still brings in so much of its principal a quarter, basis points. */
const TAKINGS_BPS = 300n;

/** Cash against debt service in percent; debt to equity and current ratio in hundredths. */
interface Figures {
  readonly cover: number;
  readonly debtToEquity: number;
  readonly currentRatio: number;
}

/** The month in which the accounts of the first quarter are published; the others follow every three months. */
const FIRST_QUARTER = monthOf(dayOf(2026, 1, 1)).index;
/** The bad deal, quarter by quarter; what it said of the first one does not hold. */
const BAD: readonly Figures[] = [
  {cover: 162, debtToEquity: 58, currentRatio: 131},
  {cover: 84, debtToEquity: 79, currentRatio: 97},
  {cover: -15, debtToEquity: 134, currentRatio: 52},
];
const CORRECTED: Figures = {cover: 118, debtToEquity: 66, currentRatio: 112};
const CORRECTION_DAY = dayOf(2026, 3, 24);
const REASON = 'invoices that were never paid had been counted as cash';

/** The accounts of a quarter, for every deal that is running, in the month after it; one is corrected later. */
export function planAccounts(block: Block): void {
  const {month, day} = block.moment;
  if (!block.isAt(NOON)) return;
  for (const deal of DEALS) {
    const state = block.ledger.deals.get(deal.assetId);
    if (state === undefined || state.outstanding === 0n) continue;
    if (isQuarter(month.index) && day === publicationDay(block, deal, month.index)) {
      const accounts = accountsOf(block, deal, state, month.index);
      if (accounts !== undefined) block.reports.push(accounts);
    }
    if (deal.code === BAD_DEAL && day === CORRECTION_DAY) correct(block, deal, state);
  }
}

function isQuarter(index: number): boolean {
  return index >= FIRST_QUARTER && (index - FIRST_QUARTER) % MONTHS === 0;
}

function publicationDay(block: Block, deal: Deal, index: number): number {
  return monthAt(index).firstDay + block.sharedRandom(`accounts of ${deal.code}`, index).int(17, 26);
}

function correct(block: Block, deal: Deal, state: DealState): void {
  const wrong = accountsOf(block, deal, state, FIRST_QUARTER);
  if (wrong === undefined) return;
  const right = accountsOf(block, deal, state, FIRST_QUARTER, {...CORRECTED, corrects: idOf(wrong)});
  if (right !== undefined) block.reports.push(right);
}

/** Undefined where the deal was not drawn before the quarter's end. */
function accountsOf(
  block: Block,
  deal: Deal,
  state: DealState,
  index: number,
  correction?: Figures & {readonly corrects: string},
): Report | undefined {
  const [periodStart, periodEnd] = [index - MONTHS, index].map((at) => startOfDay(monthAt(at).firstDay)) as [
    number,
    number,
  ];
  if (state.drawnAt >= periodEnd) return undefined;
  const {cover, debtToEquity, currentRatio} = correction ?? figures(block, deal, index);
  const due = scheduleOf(block, deal, state.principal, state.drawnAt)
    .filter(({dueAt}) => dueAt >= periodStart && dueAt < periodEnd)
    .reduce((sum, {interest, principal}) => sum + interest + principal, 0n);
  const cash = due === 0n ? (state.principal * TAKINGS_BPS) / 10_000n : (due * BigInt(cover)) / 100n;
  const day = correction === undefined ? publicationDay(block, deal, index) : CORRECTION_DAY;
  const isEquity = deal.dealType === EQUITY;
  return reportOf(
    {
      ...{chainId: block.protocol.chainId, subject: deal.assetId, assurance: 'SELF_REPORTED'},
      ...{asOf: periodEnd, publishedAt: timeOf(block.moment, day, NOON), issuer: borrowerOf(deal).obligor},
      path: `${deal.code}/accounts-${iso(periodEnd - 1).slice(0, 7)}${correction === undefined ? '' : '-corrected'}`,
    },
    {
      kind: 'ASSET_FINANCIALS',
      body: {
        ...{periodStart: iso(periodStart), periodEnd: iso(periodEnd), cashAvailable: String(cash)},
        debtService: isEquity ? null : String(due),
        debtToEquity: ratioText(debtToEquity),
        currentRatio: isEquity ? null : ratioText(currentRatio),
      },
    },
    correction === undefined ? undefined : {corrects: correction.corrects, reason: REASON},
  );
}

function figures(block: Block, deal: Deal, index: number): Figures {
  const bad = BAD[(index - FIRST_QUARTER) / MONTHS];
  if (deal.code === BAD_DEAL && bad !== undefined) return bad;
  const random = block.sharedRandom(`figures of ${deal.code}`, index);
  return {cover: random.int(142, 215), debtToEquity: random.int(30, 61), currentRatio: random.int(125, 210)};
}
