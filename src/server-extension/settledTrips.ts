import type {EntityManager} from 'typeorm';
import type {Trip} from '../domain/roundTrip';
import {WAD} from '../domain/units';
import {seconds} from './heldBlocks';

/** A settled request as it went; cost and entry are null where nobody knows what its shares had cost. */
export interface SettledTrip extends Omit<Trip, 'cost' | 'entryAt'> {
  /** Id of the flow that settled it */
  readonly id: string;
  readonly requestId: bigint;
  readonly owner: string;
  readonly cost: bigint | null;
  readonly entryAt: number | null;
  /** Unstaking NAV at the payments, weighted by them (WAD, floored); null where one was not known */
  readonly settlementNav: bigint | null;
  readonly settledAt: number;
  readonly settledHeight: number;
}

/** Which settled requests to read: those whose last payment lies in [from, to), known at a block. */
export interface TripQuery {
  readonly vault: string;
  readonly knownAt: number;
  readonly from: Date;
  readonly to: Date;
  readonly owner?: string | null;
  readonly after?: string;
  readonly limit?: number;
}

interface FlowRecord {
  settled: string;
  kind: string;
  requestId: string;
  owner: string;
  amount: string;
  shares: string;
  cost: string | null;
  entryAt: Date | null;
  unstakingNav: string | null;
  at: Date;
  height: number;
}

/** Settled requests in the order of their settlement, each with its payments; one statement. */
export async function loadTrips(em: EntityManager, query: TripQuery): Promise<SettledTrip[]> {
  const rows = await em.query<FlowRecord[]>(
    `SELECT s.id AS settled, f.kind, f.request_id AS "requestId", f.owner, f.amount, f.shares, f.cost,
            f.entry_at AS "entryAt", f.unstaking_nav AS "unstakingNav", f."at", f.height
     FROM (
       SELECT id, request_id FROM vault_flow
       WHERE vault = $1 AND kind = 'FILL' AND remaining = 0 AND height <= $2 AND "at" >= $3 AND "at" < $4
         AND ($5::text IS NULL OR owner = $5) AND id > $6
       ORDER BY id LIMIT $7
     ) s
     JOIN vault_flow f ON f.vault = $1 AND f.request_id = s.request_id
     ORDER BY s.id, f.id`,
    [
      ...[query.vault, query.knownAt, query.from, query.to, query.owner ?? null],
      ...[query.after ?? '', query.limit ?? null],
    ],
  );
  const bySettlement = new Map<string, FlowRecord[]>();
  for (const row of rows) bySettlement.set(row.settled, [...(bySettlement.get(row.settled) ?? []), row]);
  return [...bySettlement].flatMap(([id, flows]) => tripOf(id, flows) ?? []);
}

function tripOf(id: string, flows: readonly FlowRecord[]): SettledTrip | null {
  const request = flows.find(({kind}) => kind === 'UNSTAKE');
  const fills = flows.filter(({kind}) => kind === 'FILL');
  const last = fills.at(-1);
  const paid = fills.reduce((sum, {amount}) => sum + BigInt(amount), 0n);
  if (request === undefined || last === undefined || paid === 0n) return null;
  const weighted = (of: (fill: FlowRecord) => bigint): bigint =>
    fills.reduce((sum, fill) => sum + BigInt(fill.amount) * of(fill), 0n) / paid;
  const isPriced = fills.every(({unstakingNav}) => unstakingNav !== null);
  const settlementNav = isPriced ? weighted(({unstakingNav}) => BigInt(unstakingNav ?? 0)) : null;
  const shares = BigInt(request.shares);
  return {
    id,
    requestId: BigInt(request.requestId),
    owner: request.owner,
    shares,
    cost: request.cost === null ? null : BigInt(request.cost),
    entryAt: request.entryAt === null ? null : seconds(request.entryAt),
    assets: BigInt(request.amount),
    assetsAtSettlement: settlementNav === null ? null : (settlementNav * shares) / WAD,
    settlementNav,
    requestedAt: seconds(request.at),
    paidAt: Number(weighted(({at}) => BigInt(seconds(at)))),
    settledAt: seconds(last.at),
    settledHeight: last.height,
  };
}

/** The trip for the formulas; null where its cost is not known. */
export const knownTrip = (trip: SettledTrip): Trip | null =>
  trip.cost === null || trip.entryAt === null ? null : {...trip, cost: trip.cost, entryAt: trip.entryAt};
