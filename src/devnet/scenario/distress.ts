import {ADMIN, OPERATOR, VALUER} from '../accounts';
import type {Block} from './block';
import {dayOf, timeOf} from './calendar';
import {STATUS, type DealState} from './dealBook';
import {BAD_DEAL, DEALS, type Deal} from './deals';
import {AID_PER_UNIT} from './ledger';
import {giveBack} from './cashFlows';
import {interestUnits} from './dues';

const FIRST_MISSED = dayOf(2026, 3, 20);
const DELINQUENT = dayOf(2026, 3, 27);
const SECOND_MISSED = dayOf(2026, 4, 20);
const DEFAULTED = dayOf(2026, 4, 27);
const LOSS_RAISED = dayOf(2026, 5, 20);
const FIRST_RECOVERY = dayOf(2026, 7, 15);
const SECOND_RECOVERY = dayOf(2026, 8, 20);
const WRITTEN_OFF = dayOf(2026, 9, 10);

/** Percent of what was outstanding at the default: expected losses, and what the sale of the collateral brings. */
const LOSS = {first: 45, second: 55, afterRecovery: 45};
const RECOVERY = {first: 35, second: 20};
/** The most of a write-off that the reserve fund covers, and the most of the fund that goes into one, percent. */
const COVER = {ofLoss: 30n, ofFund: 80n};

/** Whether a payment due on this day does not come. */
export function isMissed(deal: Deal, day: number): boolean {
  return deal.code === BAD_DEAL && day >= FIRST_MISSED;
}

/** One deal: late, delinquent, defaulted, partly recovered, written off. */
export async function planDistress(block: Block): Promise<void> {
  const deal = DEALS.find(({code}) => code === BAD_DEAL);
  const state = deal === undefined ? undefined : block.ledger.deals.get(deal.assetId);
  if (deal === undefined || state === undefined || state.outstanding === 0n) return;
  const lossOf = (percent: number): bigint => (state.principal * BigInt(percent + shift(block))) / 100n;
  if (block.isOn(FIRST_MISSED + 1, 12)) reportMissed(block, deal, state, FIRST_MISSED);
  if (block.isOn(DELINQUENT, 9)) setStatus(block, deal, STATUS.delinquent);
  if (block.isOn(SECOND_MISSED + 1, 12)) reportMissed(block, deal, state, SECOND_MISSED);
  if (block.isOn(DEFAULTED, 9)) {
    setStatus(block, deal, STATUS.defaulted);
    setLoss(block, deal, lossOf(LOSS.first));
  }
  if (block.isOn(LOSS_RAISED, 9)) setLoss(block, deal, lossOf(LOSS.second));
  if (block.isOn(FIRST_RECOVERY, 12)) {
    recover(block, deal, (state.principal * BigInt(RECOVERY.first)) / 100n);
    setLoss(block, deal, lossOf(LOSS.afterRecovery));
  }
  if (block.isOn(SECOND_RECOVERY, 12)) {
    recover(block, deal, (state.principal * BigInt(RECOVERY.second - shift(block))) / 100n);
  }
  if (block.isOn(WRITTEN_OFF, 12)) await writeOff(block, deal, state);
}

/** How much better or worse it goes with this seed, percentage points. */
function shift(block: Block): number {
  return block.sharedRandom('loss', BAD_DEAL).int(-4, 4);
}

function setStatus(block: Block, deal: Deal, status: number): void {
  block.call(ADMIN, 'assetRegistry', 'setStatus', deal.assetId, status);
}

function setLoss(block: Block, deal: Deal, loss: bigint): void {
  block.call(VALUER, 'said', 'setUnrealizedLoss', deal.assetId, loss);
}

function reportMissed(block: Block, deal: Deal, state: DealState, day: number): void {
  const dueAt = timeOf(block.moment, day, 12);
  const due = interestUnits(deal, state.outstanding, dueAt - state.paidUntil) * AID_PER_UNIT;
  block.call(OPERATOR, 'revenueDistributor', 'reportMissed', deal.assetId, dueAt, due);
}

function recover(block: Block, deal: Deal, principal: bigint): void {
  giveBack(block, deal, principal - (principal % AID_PER_UNIT), 0n);
}

async function writeOff(block: Block, deal: Deal, {outstanding}: DealState): Promise<void> {
  const {rpc, protocol} = block.scenario;
  const fund = await protocol.view<bigint>(rpc, 'revenueDistributor', 'reserveFund');
  const wanted = (outstanding * COVER.ofLoss) / 100n;
  const most = (fund * COVER.ofFund) / 100n;
  const cover = wanted < most ? wanted : most;
  block.call(ADMIN, 'revenueDistributor', 'drawReserveFund', deal.assetId, protocol.address.said, cover);
  block.call(VALUER, 'said', 'realizeLoss', deal.assetId, outstanding, cover);
  setStatus(block, deal, STATUS.liquidated);
}
