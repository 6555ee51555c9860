import type {BlockRef} from './branch';
import type {ViewAnswer} from './client';

/** What the views of one contract answered at one block, in the order of its observation. */
export interface Snapshot {
  readonly block: BlockRef;
  readonly answers: readonly ViewAnswer[];
}

export const sameAnswers = (a: Snapshot, b: Snapshot): boolean =>
  a.answers.length === b.answers.length &&
  a.answers.every((answer, i) => answer.data === b.answers[i]?.data && answer.reverted === b.answers[i].reverted);

/**
 * The first blocks of every other value between two snapshots that differ: blocks in (from, to], in order, found by
 * bisection. A value that comes and goes between two probes is not seen.
 */
export async function findSteps(
  from: Snapshot,
  to: Snapshot,
  snapshotAt: (height: number) => Promise<Snapshot>,
): Promise<Snapshot[]> {
  const steps: Snapshot[] = [];
  let before = from;
  while (!sameAnswers(before, to)) {
    const step = await firstOther(before, to, snapshotAt);
    steps.push(step);
    before = step;
  }
  return steps;
}

async function firstOther(
  from: Snapshot,
  to: Snapshot,
  snapshotAt: (height: number) => Promise<Snapshot>,
): Promise<Snapshot> {
  let same = from.block.height;
  let other = to;
  while (other.block.height - same > 1) {
    const middle = await snapshotAt(Math.floor((same + other.block.height) / 2));
    if (sameAnswers(middle, from)) same = middle.block.height;
    else other = middle;
  }
  return other;
}
