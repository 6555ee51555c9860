import {QUEUE_POLICIES, type QueuePolicy} from '../domain/queuePolicy';
import type {WithdrawalCycleRow} from '../domain/withdrawalCycle';
import {inForce, type IndexedChain} from './chains';

/** The rule by which requests are paid, and who says so. */
export interface QueueTerms {
  readonly policy: QueuePolicy;
  readonly source: 'PARAMETERS' | 'CYCLE' | 'CONTRACT';
  /** Days within which payment is promised; null without a promise */
  readonly maxDays: number | null;
}

/**
 * The terms in force at a block: those of the network file, else what a cycle declares, else the order in which the
 * contract pays outside of settlements, the oldest first.
 */
export function termsAt(chain: IndexedChain, height: number, declared: QueuePolicy | null): QueueTerms {
  const entry = inForce(chain.parameters.queuePolicies, height);
  const given = QUEUE_POLICIES.find((policy) => policy === entry?.policy);
  if (entry !== undefined && given !== undefined) return {policy: given, source: 'PARAMETERS', maxDays: entry.maxDays};
  if (declared !== null) return {policy: declared, source: 'CYCLE', maxDays: null};
  return {policy: 'FIFO', source: 'CONTRACT', maxDays: null};
}

/** The terms a cycle was settled by, or would be at the block asked about. */
export const termsOfCycle = (chain: IndexedChain, cycle: WithdrawalCycleRow, height: number): QueueTerms =>
  cycle.cycleId === 0n
    ? {policy: 'FIFO', source: 'CONTRACT', maxDays: null}
    : termsAt(chain, cycle.settledHeight ?? height, cycle.policy);

/** The cycle in whose settlement a request of an instant is first due; undefined while none is opened for it. */
export const dueCycle = (cycles: readonly WithdrawalCycleRow[], requestedAt: number): WithdrawalCycleRow | undefined =>
  cycles.find(({cutoffAt}) => cutoffAt !== null && requestedAt < cutoffAt);

/** The policy of the cycle that is open at an instant, else of the newest that has opened before it; null for none. */
export function declaredAt(cycles: readonly WithdrawalCycleRow[], at: number): QueuePolicy | null {
  const begun = cycles.filter(({opensAt}) => opensAt !== null && opensAt <= at);
  return begun.at(-1)?.policy ?? null;
}
