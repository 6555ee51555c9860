import type {EntityManager} from 'typeorm';
import {derive, known, METHODOLOGY, missing, orMissing, type Measured} from '../domain/methodology';
import {checkPolicies, type PolicyCheck} from '../domain/queueCheck';
import {queueCoverage, queuePressure} from '../domain/queueCoverage';
import {placeRequests} from '../domain/queuePlace';
import {formatRate} from '../domain/rates';
import type {WithdrawalCycleRow} from '../domain/withdrawalCycle';
import type {WithdrawalQueueRow} from '../domain/withdrawalQueue';
import type {PolicyMismatchPart} from './answers/queueCycle';
import type {UnstakeQueueAnswer, UnstakeQueuePoint} from './answers/unstakeQueue';
import {toAsOf, type AsOfPoint, type Held} from './asOf';
import type {Answered} from './backingAnswer';
import {exitConcentrationPart} from './exitConcentrationPart';
import {contractsOf, type IndexedChain} from './chains';
import {reasonsOf, valuesOf} from './measured';
import {cycleParts} from './queueCycleParts';
import type {QueuedRequest, RequestSources} from './queueRequestParts';
import {cyclesAt, fillsOf, openRequests, queueSteps, sharesHeld} from './queueRows';
import {declaredAt, termsAt, termsOfCycle} from './queueTerms';
import {turns} from './turns';
import {vaultRow} from './vaultRow';
import {versionsAt} from './versions';

type CoverageFields = Omit<UnstakeQueuePoint, 'start' | 'end' | 'isCarried'>;

/** What is owed and what there is to pay it with as of each block given: one statement, however many there are. */
export async function queueCoverages(
  em: EntityManager,
  held: Held,
  points: readonly AsOfPoint[],
): Promise<Answered<CoverageFields>[]> {
  const name = vaultRow(held, 'withdrawalQueue');
  const versions = await versionsAt(
    em,
    [name],
    points.map((point) => new Map([[point.chainId, point]])),
  );
  return points.map((point, index) => {
    const version = versions[index]?.get<WithdrawalQueueRow>(name);
    return {answer: coverageOf(held.chain, point, version?.row), lastChangeAt: version?.at ?? -Infinity};
  });
}

/** The queue as of a block; each part is read when it is first asked for. */
export async function unstakeQueueAnswer(
  em: EntityManager,
  held: Held,
  point: AsOfPoint,
): Promise<UnstakeQueueAnswer & {requestSources: () => Promise<RequestSources>}> {
  const {chain} = held;
  const name = vaultRow(held, 'withdrawalQueue');
  const [versions] = await versionsAt(em, [name], [new Map([[point.chainId, point]])]);
  const queue = versions?.get<WithdrawalQueueRow>(name)?.row;
  const cycles = await cyclesAt(em, name.key, point);
  const terms = termsAt(chain, point.height, declaredAt(cycles, point.at));
  const inTurn = turns();
  const open = once(() => inTurn(async () => placeRequests((await openRequests(em, name.key, point)).map(queued))));
  const steps = once(() => inTurn(() => queueSteps(em, name.key, point, cycles)));
  const checks = once(async () => checkPolicies(await steps(), policyOf(chain, cycles, point)));
  const shares = once(() => inTurn(() => sharesHeld(em, name.key, point)));
  const coverage = coverageOf(chain, point, queue);
  const maxDays = orMissing(terms.maxDays, 'NOT_APPLICABLE');
  const oldest = coverage.pendingRequests === 0 ? missing('NOT_APPLICABLE') : known(0);
  return {
    ...coverage,
    policy: terms.policy,
    policySource: terms.source,
    policyMaxDays: maxDays.value,
    reasons: [...coverage.reasons, ...reasonsOf({policyMaxDays: maxDays, oldestUnfilledSeconds: oldest})],
    get oldestUnfilledSeconds() {
      return open().then(([first]) => (first === undefined ? null : point.at - first.request.requestedAt));
    },
    get cycles() {
      return Promise.resolve(cycleParts({chain, height: point.height, queue, cycles, checks}));
    },
    get policyMismatches() {
      return checks().then(mismatches);
    },
    get exitConcentration() {
      return Promise.all([open(), shares()]).then(([placed, held]) =>
        exitConcentrationPart(
          placed.map(({request}) => request),
          held,
          liquidOf(chain, queue),
        ),
      );
    },
    requestSources: async () => {
      const {pending, liquid} = coverage;
      const fills = (ids: readonly string[]) => inTurn(() => fillsOf(em, ids, point));
      return {chain, cycles, policy: terms.policy, placed: await open(), fills, pending, liquid};
    },
  };
}

function coverageOf(chain: IndexedChain, point: AsOfPoint, queue: WithdrawalQueueRow | undefined): CoverageFields {
  const pending = queue?.pendingAssets ?? 0n;
  const liquid = liquidOf(chain, queue);
  const fields = {
    liquid,
    coverage: derive(queueCoverage(liquid, pending), formatRate),
    pressure: derive(queuePressure(liquid, pending), formatRate),
  };
  return {
    ...valuesOf(fields),
    pending,
    pendingRequests: queue?.pendingRequests ?? 0,
    coverageReason: fields.coverage.reason,
    reasons: reasonsOf(fields),
    asOf: toAsOf(point),
    methodologyVersion: METHODOLOGY.unstakeQueue,
  };
}

/** AID in the vault: every movement of it is held where the chain has an AID. */
const liquidOf = (chain: IndexedChain, queue: WithdrawalQueueRow | undefined): Measured<bigint> =>
  contractsOf(chain, 'aid').length === 0 ? missing('NO_OBSERVATION') : known(queue?.heldAssets ?? 0n);

const policyOf = (chain: IndexedChain, cycles: readonly WithdrawalCycleRow[], {height}: AsOfPoint) => {
  const byId = new Map(cycles.map((cycle) => [cycle.cycleId, cycle]));
  return (cycleId: bigint) => {
    const cycle = byId.get(cycleId);
    return cycle === undefined ? termsAt(chain, height, null).policy : termsOfCycle(chain, cycle, height).policy;
  };
};

const mismatches = (checks: ReadonlyMap<bigint, PolicyCheck>): PolicyMismatchPart[] =>
  [...checks.values()]
    .filter(({verdict}) => verdict === 'POLICY_MISMATCH')
    .map(({cycleId, policy, deviations}) => ({cycleId, policy, deviations: [...deviations]}))
    .reverse();

const queued = (row: QueuedRequest['row']): QueuedRequest => ({
  requestId: row.requestId,
  requestedAt: row.requestedAt,
  remaining: row.assetsRemaining,
  row,
});

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => (loading ??= load());
}
