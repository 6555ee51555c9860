import type {Tx} from '../mining';
import {Block, type Scenario} from './block';
import type {Moment} from './calendar';
import {planDeals} from './dealLife';
import {planDistress} from './distress';
import {planQueue, planUnstakes} from './exits';
import {isPauseAt, planGovernance, planTerms} from './governance';
import {isSilentMarkAt, planMark} from './marks';
import {planMints, planSmallStakes} from './minting';
import {planLending, planLiquidity, planSwaps} from './pools';
import {planRedemptions} from './redemptions';
import {planInterest, planReport} from './reserves';
import {planRevenue} from './revenue';
import {planArrivals, planPayments, planSweeps, planTransfers} from './transfers';
import {planTreasury} from './treasury';

/** Everything that happens, in the order in which it happens within a block. */
const PLANNERS: readonly ((block: Block) => void | Promise<void>)[] = [
  planGovernance,
  planInterest,
  planReport,
  planDeals,
  planRevenue,
  planDistress,
  planMark,
  planQueue,
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
  planSwaps,
  planLending,
  planTerms,
];

/** The transactions of a block: a function of the seed, the calendar, and the logs of the blocks before it. */
export async function planBlock(scenario: Scenario, moment: Moment): Promise<readonly Tx[]> {
  const {day, fromHour, toHour} = moment;
  const block = new Block(scenario, moment, isPauseAt(day, fromHour, toHour), isSilentMarkAt(day, fromHour, toHour));
  for (const plan of PLANNERS) await plan(block);
  return block.txs;
}
