import {derive, missing, orMissing} from '../domain/methodology';
import {eligibleWindow, expectedWindow, type Placed} from '../domain/queuePlace';
import type {OpenRequest, QueuePolicy} from '../domain/queuePolicy';
import type {UnstakeRequestRow} from '../domain/unstakeRequest';
import type {WithdrawalCycleRow} from '../domain/withdrawalCycle';
import type {QueueFillPart, RequestPart} from './answers/queueRequest';
import {BadInput} from './badInput';
import type {IndexedChain} from './chains';
import {instant} from './heldBlocks';
import {reasonsOf, valuesOf} from './measured';
import {dueCycle, termsAt} from './queueTerms';

/** A page holds this many requests where the reader does not say, and never more than the most. */
const PAGE = 100;
const MOST = 1000;

export type QueuedRequest = OpenRequest & {readonly row: UnstakeRequestRow};

/** What the places of requests are read from. */
export interface RequestSources {
  readonly chain: IndexedChain;
  readonly cycles: readonly WithdrawalCycleRow[];
  readonly placed: readonly Placed<QueuedRequest>[];
  /** Payments by the id of the request's row */
  readonly fills: (requests: readonly string[]) => Promise<Map<string, QueueFillPart[]>>;
  /** By which the next settlement pays */
  readonly policy: QueuePolicy;
  readonly pending: bigint;
  /** AID in the vault; null when it is not known */
  readonly liquid: bigint | null;
}

/**
 * The page of the queue after a request.
 * @param cursor number of the last request of the page before
 * @throws BadInput for a limit outside of 1 to 1000 and a cursor that is no number
 */
export async function requestPage(
  sources: RequestSources,
  limit: number | null | undefined,
  cursor: string | null | undefined,
): Promise<RequestPart[]> {
  const most = limit ?? PAGE;
  if (most < 1 || most > MOST) throw new BadInput(`limit is ${most}, expected 1 to ${MOST}.`);
  if (cursor != null && !/^\d{1,78}$/.test(cursor)) {
    throw new BadInput(`cursor ${JSON.stringify(cursor)} is not the requestId of the last request of a page.`);
  }
  const after = cursor == null ? -1n : BigInt(cursor);
  const page = sources.placed.filter(({request}) => request.requestId > after).slice(0, most);
  const fills = await sources.fills(page.map(({request}) => request.row.id));
  return page.map((placed) => partOf(sources, placed, fills.get(placed.request.row.id) ?? []));
}

function partOf(
  {chain, cycles, policy, pending, liquid}: RequestSources,
  {request: {row}, position, ahead}: Placed<QueuedRequest>,
  fills: QueueFillPart[],
): RequestPart {
  const cycle = dueCycle(cycles, row.requestedAt);
  const terms = termsAt(chain, row.requestedHeight, cycle?.policy ?? null);
  const {from, to} = eligibleWindow(row.requestedAt, {...terms, settlesAt: cycle?.settlesAt ?? null});
  const before = policy === 'PRO_RATA' ? pending - row.assetsRemaining : ahead;
  const window = liquid === null ? null : expectedWindow(before, row.assetsRemaining, [liquid]);
  const fields = {
    eligibleTo: to === null ? missing('NOT_APPLICABLE') : derive(orMissing(to, 'NOT_APPLICABLE'), instant),
    expectedWindow: orMissing(window, 'NO_OBSERVATION'),
  };
  return {
    ...valuesOf(fields),
    requestId: row.requestId,
    owner: row.owner,
    cycleId: row.cycleId,
    position,
    ahead,
    shares: row.shares,
    quoted: row.assetsQuoted,
    paid: row.assetsPaid,
    remaining: row.assetsRemaining,
    status: row.status,
    requestedAt: instant(row.requestedAt),
    eligibleFrom: instant(from),
    fills,
    reasons: reasonsOf(fields),
  };
}
