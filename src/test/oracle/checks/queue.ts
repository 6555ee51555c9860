import {inGroups} from '../chainReader';
import {ratioWad, secondsOf, sum, wadOrNull} from '../decimals';
import {QueueOracle, type QueueCycle, type QueueRequest} from '../queueOracle';
import {blocksOf, once, type Context} from '../seen';

const FILL = 'cycleId paid remaining txHash at waitedSeconds';
const REQUEST = `requestId owner cycleId position ahead shares quoted paid remaining status requestedAt eligibleFrom fills {${FILL}}`;
const QUEUE = 'pending pendingRequests liquid coverage pressure exitConcentration { largestRequest }';

type Fill = Record<'cycleId' | 'paid' | 'remaining' | 'txHash' | 'at', string> & {waitedSeconds: number};
type Request = Record<Exclude<keyof Open, 'fills' | 'position'>, string> & {position: number; fills: Fill[]};
type Queue = {
  pending: string;
  pendingRequests: number;
  liquid: string;
  coverage: string | null;
  pressure: string | null;
};

/** An open request as the chain tells it, in the shape of the answer. */
interface Open {
  requestId: string;
  owner: string;
  cycleId: string;
  position: number;
  ahead: string;
  shares: string;
  quoted: string;
  paid: string;
  remaining: string;
  status: string;
  requestedAt: number;
  eligibleFrom: number;
  fills: unknown[];
}

/** Who is owed what by the vault. */
export function queueChecks(seen: Context): void {
  const openAt = once((block: number) => openRequests(new QueueOracle(seen().chain), block));

  test('what the queue owes is pendingAssets() and the sum of getUnstakeRequest(), and the vault holds what balanceOf() says', async () => {
    const queue = new QueueOracle(seen().chain);
    for (const block of blocksOf(seen())) {
      const {unstakeQueue} = await seen().product.query<{
        unstakeQueue: Queue & {exitConcentration: {largestRequest: string}};
      }>(`{ unstakeQueue(asOf: {block: ${block}}) { ${QUEUE} } }`);
      const [pending, liquid] = [await queue.pending(block), await queue.liquid(block)];
      const open = (await openAt(block)).map(({remaining}) => BigInt(remaining));
      expect(open.length).toBeGreaterThan(0);
      expect(BigInt(unstakeQueue.pending)).toBe(pending);
      expect(sum(open)).toBe(pending);
      expect(unstakeQueue.pendingRequests).toBe(open.length);
      expect(BigInt(unstakeQueue.liquid)).toBe(liquid);
      expect(wadOrNull(unstakeQueue.coverage)).toBe(ratioWad(liquid, pending));
      expect(wadOrNull(unstakeQueue.pressure)).toBe(ratioWad(pending, liquid));
      const largest = open.reduce((most, one) => (one > most ? one : most), 0n);
      expect(BigInt(unstakeQueue.exitConcentration.largestRequest)).toBe(largest);
    }
  });

  test('every open request stands where its number puts it, with the amount of getUnstakeRequest() and the payments of its logs', async () => {
    for (const block of blocksOf(seen())) {
      const {unstakeQueue} = await seen().product.query<{unstakeQueue: {requests: Request[]}}>(
        `{ unstakeQueue(asOf: {block: ${block}}) { requests(limit: 1000) { ${REQUEST} } } }`,
      );
      const answered = unstakeQueue.requests.map(({fills, ...request}) => ({
        ...request,
        requestedAt: secondsOf(request.requestedAt),
        eligibleFrom: secondsOf(request.eligibleFrom),
        fills: fills.map((fill) => ({...fill, at: secondsOf(fill.at)})),
      }));
      expect(answered).toEqual(await openAt(block));
    }
  });

  test('every request ever made is the one of its log, paid as UnstakeFilled says, and none is missing up to lastRequestId()', async () => {
    const {chain, head, product} = seen();
    const queue = new QueueOracle(chain);
    type Row = Record<'requestId' | 'owner' | 'shares' | 'assetsQuoted' | 'assetsPaid' | 'assetsRemaining', string> & {
      status: string;
      fillCount: number;
    };
    const {unstakeRequests} = await product.query<{unstakeRequests: Row[]}>(
      `{ unstakeRequests(limit: 1000, orderBy: requestId_ASC) {
           requestId owner shares assetsQuoted assetsPaid assetsRemaining status fillCount } }`,
    );
    const requests = await queue.requests(head);
    expect(BigInt(requests.length)).toBe(await queue.lastRequestId(head));
    expect(requests.filter(({fills}) => fills.length > 0).length).toBeGreaterThan(5);
    const expected = requests.map(({requestId, owner, shares, quoted, fills}): Row => {
      const paid = sum(fills.map((fill) => fill.paid));
      const status = paid === quoted ? 'SETTLED' : paid === 0n ? 'PENDING' : 'PARTIALLY_FILLED';
      return {
        ...{requestId: `${requestId}`, owner, shares: `${shares}`, status, fillCount: fills.length},
        ...{assetsQuoted: `${quoted}`, assetsPaid: `${paid}`, assetsRemaining: `${quoted - paid}`},
      };
    });
    expect(unstakeRequests).toEqual(expected);
  });
}

/** Every request that openRequestOf() names, the oldest first. */
async function openRequests(queue: QueueOracle, block: number): Promise<Open[]> {
  const [requests, cycles] = [await queue.requests(block), await queue.cycles(block)];
  const owners = [...new Set(requests.map(({owner}) => owner))];
  const views = (await inGroups(owners, (owner) => queue.openOf(owner, block))).filter((view) => view !== undefined);
  const open = requests.flatMap((request) => {
    const view = views.find(({requestId}) => requestId === request.requestId);
    return view === undefined ? [] : [{request, view}];
  });
  return open.map(({request, view}, i) => ({
    ...told(request, cycles),
    position: i + 1,
    ahead: `${sum(open.slice(0, i).map((one) => one.view.remaining))}`,
    remaining: `${view.remaining}`,
    requestedAt: view.requestedAt,
  }));
}

/** What the logs say of a request; when it may first be paid is when the cycle that gathers it is due. */
function told(
  {requestId, owner, cycleId, shares, quoted, at, fills}: QueueRequest,
  cycles: readonly QueueCycle[],
): Omit<Open, 'position' | 'ahead' | 'remaining' | 'requestedAt'> {
  return {
    ...{requestId: `${requestId}`, owner, cycleId: `${cycleId}`, shares: `${shares}`, quoted: `${quoted}`},
    paid: `${sum(fills.map(({paid}) => paid))}`,
    status: fills.length === 0 ? 'PENDING' : 'PARTIALLY_FILLED',
    eligibleFrom: cycles.find(({cutoffAt}) => at < cutoffAt)?.settlesAt ?? at,
    fills: fills.map(({cycleId: by, paid, remaining, txHash, at: paidAt}) => ({
      ...{cycleId: `${by}`, paid: `${paid}`, remaining: `${remaining}`, txHash, at: paidAt},
      waitedSeconds: paidAt - at,
    })),
  };
}
