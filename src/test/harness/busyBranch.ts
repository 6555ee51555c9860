import {ALICE, CAROL, WAD} from './cast';
import type {Telling} from './forkStory';

/** Five blocks that touch every kind of row, many of which no other branch touches. */
export async function busyBranch({chain, cast}: Telling): Promise<void> {
  const now = (await chain.head()).timestamp;
  await chain.mine(...cast.openDeal(5_000n * WAD, now), cast.buyTbills(1_000n * WAD));
  await chain.mine(cast.silentMark(300n * WAD), cast.transfer(ALICE, CAROL, 7n * WAD));
  await chain.mine(...cast.payRevenue(90n * WAD, now), cast.unstake(ALICE, 100n * WAD));
  await chain.mine(cast.fill(), cast.report(31_000n * WAD, now), cast.acceptTerms(CAROL));
  await chain.mine(cast.mark(500n * WAD), cast.mint(CAROL, 3n * WAD));
}
