import {RESERVE_SUBJECT, type Report, type ReserveSlice} from '../../../domain/report';
import type {Block} from '../block';
import {dayOf, monthAt, monthOf, startOfDay, timeOf} from '../calendar';
import {publicationDay} from '../reserves';
import {idOf, iso, reportOf, usdText} from './document';

const NOON = 12;
/** The second custodian's part of the T-bills, percent. */
const SECOND_CUSTODIAN_PERCENT = 35n;
/** The statement published in March 2026 is wrong, and corrected so many days later. */
const WRONG_MONTH = monthOf(dayOf(2026, 3, 1)).index;
const PATIENCE_DAYS = 6;
/** What the first custodian's bills are overstated by in it, basis points. */
const OVERSTATED_BPS = 170n;
const REASON = 'bills that had matured were counted with the cash they had become';
/** The first statement is of the evening before the accountant was there. */
const FIRST_REVIEWED_MONTH = monthOf(dayOf(2025, 12, 1)).index;

/** The reserves behind AID at the end of the last month, with the feed's report on them; one statement is corrected. */
export function planStatement(block: Block): void {
  const {month, day} = block.moment;
  if (!block.isAt(NOON)) return;
  if (day === publicationDay(block, month.index)) publish(block, statementOf(block, month.index));
  if (day !== publicationDay(block, WRONG_MONTH) + PATIENCE_DAYS) return;
  const wrong = statementOf(block, WRONG_MONTH);
  if (wrong !== undefined) publish(block, statementOf(block, WRONG_MONTH, idOf(wrong)));
}

function publish(block: Block, statement: Report | undefined): void {
  if (statement !== undefined) block.reports.push(statement);
}

/** @param index of the month of its publication */
function statementOf(block: Block, index: number, corrects?: string): Report | undefined {
  const asOf = startOfDay(monthAt(index).firstDay) - 1;
  const end = block.ledger.monthEnds.get(index - 1);
  if (end === undefined) return undefined;
  const tbills = block.ledger.tbills.valueAt(asOf);
  const isReviewed = index >= FIRST_REVIEWED_MONTH;
  const isWrong = index === WRONG_MONTH && corrects === undefined;
  const day = publicationDay(block, index) + (corrects === undefined ? 0 : PATIENCE_DAYS);
  const path = `reserves/${iso(asOf).slice(0, 7)}${corrects === undefined ? '' : '-corrected'}`;
  return reportOf(
    {
      ...{chainId: block.protocol.chainId, subject: RESERVE_SUBJECT, issuer: 'GAIB', path},
      ...{asOf, publishedAt: timeOf(block.moment, day, NOON), assurance: isReviewed ? 'LIMITED' : 'SELF_REPORTED'},
    },
    {
      kind: 'RESERVE_STATEMENT',
      body: {
        totalUsd: usdText(tbills + end.usdc + end.usdt),
        slices: [...billsOf(tbills, isWrong), cash('USDC', end.usdc), cash('USDT', end.usdt)],
        liabilitiesAid: String(end.liabilities),
        accountant: isReviewed ? 'Meridian CPA Limited' : null,
        standard: isReviewed ? 'ISAE 3000' : null,
      },
    },
    corrects === undefined ? undefined : {corrects, reason: REASON},
  );
}

function billsOf(value: bigint, isWrong: boolean): ReserveSlice[] {
  const second = (value * SECOND_CUSTODIAN_PERCENT) / 100n;
  const first = value - second;
  const stated = isWrong ? first + (first * OVERSTATED_BPS) / 10_000n : first;
  const bills = (name: string, units: bigint, custodian: string): ReserveSlice => ({
    ...{name, kind: 'TBILL', valueUsd: usdText(units), custodian, evidence: 'INDEPENDENT', settlementDays: 2},
  });
  return [
    bills('US Treasury bills', stated, 'Harbour Trust Company'),
    bills('US Treasury bills, second account', second, 'Alpine Custody AG'),
  ];
}

function cash(name: string, units: bigint): ReserveSlice {
  const held = {custodian: null, evidence: 'WEAK_LIVE_PROBE', settlementDays: 0} as const;
  return {name, kind: 'STABLECOIN', valueUsd: usdText(units), ...held};
}
