import type {Report} from '../../domain/report';
import type {Tx} from '../mining';
import {Block, type Scenario} from './block';
import {planBridge} from './bridge';
import type {Moment} from './calendar';
import {planCycles} from './cycles';
import {planDeals} from './dealLife';
import {planDenials} from './denials';
import {planDistress} from './distress';
import {planUnstakes} from './exits';
import {planFlashMints} from './flashMints';
import {isPauseAt, planGovernance, planTerms} from './governance';
import {isSilentMarkAt, planMark} from './marks';
import {planMints, planSmallStakes} from './minting';
import {planArbitrage} from './peg';
import {planLending, planLiquidity, planSwaps} from './pools';
import {planPrices, planSharePrice} from './prices';
import {planRedemptions} from './redemptions';
import {planInterest, planReport} from './reserves';
import {planAccounts} from './reports/accounts';
import {planStatement} from './reports/reserveStatement';
import {planRevenue} from './revenue';
import {planArrivals, planPayments, planSweeps, planTransfers} from './transfers';
import {planTreasury} from './treasury';

/** Everything that happens, in the order in which it happens within a block. */
const PLANNERS: readonly ((block: Block) => void | Promise<void>)[] = [
  planGovernance,
  planDenials,
  planInterest,
  planReport,
  planStatement,
  planDeals,
  planRevenue,
  planDistress,
  planAccounts,
  planMark,
  planCycles,
  planTreasury,
  planMints,
  planSmallStakes,
  planUnstakes,
  planRedemptions,
  planLiquidity,
  planArrivals,
  planTransfers,
  planPayments,
  planSweeps,
  planBridge,
  planFlashMints,
  planSwaps,
  planArbitrage,
  planLending,
  planPrices,
  planSharePrice,
  planTerms,
];

/** What is sent for a block, and what is published at its time. */
export interface Plan {
  readonly txs: readonly Tx[];
  readonly reports: readonly Report[];
}

/** The plan of a block: a function of the seed, the calendar, and the logs of the blocks before it. */
export async function planBlock(scenario: Scenario, moment: Moment): Promise<Plan> {
  const {day, fromHour, toHour} = moment;
  const block = new Block(scenario, moment, isPauseAt(day, fromHour, toHour), isSilentMarkAt(day, fromHour, toHour));
  for (const plan of PLANNERS) await plan(block);
  return block;
}
