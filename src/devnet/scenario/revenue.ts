import {ADMIN, OPERATOR} from '../accounts';
import type {Block} from './block';
import {RECEIPT, giveBack, receive} from './cashFlows';
import {STATUS, type DealState} from './dealBook';
import {DEALS, EQUITY, type Deal} from './deals';
import {isMissed} from './distress';
import {exitFee, instalment, interestUnits} from './dues';

/** Payments of the deals at noon of their pay day, and of all that is left on the day they mature. */
export function planRevenue(block: Block): void {
  if (!block.isAt(12) || block.isAidPaused) return;
  for (const deal of DEALS) {
    const state = block.ledger.deals.get(deal.assetId);
    if (state === undefined || state.status !== STATUS.active || state.outstanding === 0n) continue;
    const {day, dayOfMonth} = block.moment;
    const isMature = day >= deal.maturityDay;
    const isPayDay = dayOfMonth === deal.payDay && !isMissed(deal, day);
    if (isPayDay || isMature) pay(block, deal, state);
    if (isMature) mature(block, deal, state);
    else if (isPayDay && deal.isLinear) {
      giveBack(block, deal, instalment(deal, state.principal, state.outstanding), 0n);
    }
  }
}

function pay(block: Block, deal: Deal, state: DealState): void {
  const start = state.paidUntil === 0 ? state.drawnAt : state.paidUntil;
  const end = block.moment.timestamp;
  const units = (interestUnits(deal, state.outstanding, end - start) * takings(block, deal)) / 100n;
  if (units === 0n) return;
  const costs = (units * BigInt(deal.passThroughBps)) / 10_000n;
  const receipt = {assetId: deal.assetId, token: deal.collateral, payer: deal.borrower, start, end};
  receive(block, {...receipt, kind: RECEIPT.revenue, units});
  if (costs > 0n) receive(block, {...receipt, kind: RECEIPT.passThrough, units: costs});
  block.call(OPERATOR, 'revenueDistributor', 'distribute', deal.assetId);
}

/** Percent of the usual income: debt and hybrids pay their rate, equity what the month brought. */
function takings(block: Block, deal: Deal): bigint {
  if (deal.dealType !== EQUITY) return 100n;
  return BigInt(block.sharedRandom(`takings of ${deal.code}`, block.moment.month.index).int(75, 125));
}

function mature(block: Block, deal: Deal, {principal, outstanding}: DealState): void {
  giveBack(block, deal, outstanding, exitFee(principal));
  block.call(ADMIN, 'assetRegistry', 'setStatus', deal.assetId, STATUS.matured);
}
