import {GUARD, KEEPER, OPERATOR} from '../../devnet/accounts';
import {Activity} from './activity';
import {ALICE, BOB, Cast, WAD} from './cast';
import type {ForkPoint, TestChain} from './chain';

/** The grid of readings of a test's network. */
const READ_EVERY = 8;

/** Blocks of a history that a test asks about. */
interface AuditedHistory {
  /** Where the NAV moved without a log, at a block that the grid does not read */
  readonly silentStep: number;
  /** The block before the newest */
  readonly beforeHead: ForkPoint;
}

/** Lets a chain live at random, with a deal that pays, a cycle that is settled, a denial, a report: whatever is audited. */
export async function auditedHistory(chain: TestChain, seed: number, blocks: number): Promise<AuditedHistory> {
  const cast = new Cast(chain.protocol);
  const activity = new Activity(chain, seed);
  await activity.begin();
  const {timestamp: now} = await chain.head();
  await chain.mine(
    ...cast.openDeal(5_000n * WAD, now),
    cast.report(1_000n * WAD, now),
    chain.protocol.call(OPERATOR, 'said', 'openCycle', now + 12, now + 60, now + 120, 1),
  );
  await activity.go(blocks);
  await chain.mine(...cast.payRevenue(90n * WAD, now));
  await chain.mine(cast.mark(0n), chain.protocol.call(GUARD, 'aid', 'addToDenyList', [BOB]));
  await chain.mine(chain.protocol.call(KEEPER, 'said', 'settleCycle', 1));
  await chain.mine(cast.transfer(ALICE, ALICE, 3n * WAD));
  await chain.mineTo(READ_EVERY * Math.ceil((await chain.head()).height / READ_EVERY));
  await chain.mine(cast.silentMark(77n * WAD));
  const silentStep = (await chain.head()).height;
  const beforeHead = await chain.forkPoint();
  await chain.mine(cast.mint(ALICE, 7n * WAD));
  return {silentStep, beforeHead};
}
