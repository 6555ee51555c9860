import type {EntityManager} from 'typeorm';
import {DAY_SECONDS} from '../domain/rates';
import {instant, type HeldBlock} from './heldBlocks';
import {loadMarket, type MarketPrints} from './marketDiscount';
import {once} from './once';
import {loadReconciliations, type KnownReconciliation} from './reconciliations';
import {loadTrips, type SettledTrip} from './settledTrips';
import {REALISED_SPAN} from './realisedYield';
import {turns} from './turns';
import {blocksBefore, loadPrices, type KnownPrice} from './vaultPrices';
import {windowInstants} from './windowPrices';
import type {KnownFee} from './windowParts';

type Block = {readonly height: number; readonly at: number} | null;

/** Days whose ends the means of daily rates look at. */
export const MEAN_DAYS = 30;

/** What the yields of several blocks rest on: each part is read once for all of them, and only when a reader asks. */
export interface YieldEvidence {
  readonly prices: () => Promise<readonly KnownPrice[]>;
  /** For each block the evaluation blocks at its `windowInstants` */
  readonly windowBlocks: () => Promise<readonly (readonly Block[])[]>;
  /** For each block the evaluation blocks at 30, 29, ..., 0 days before it */
  readonly dayBlocks: () => Promise<readonly (readonly Block[])[]>;
  readonly fees: () => Promise<readonly KnownFee[]>;
  readonly trips: () => Promise<readonly SettledTrip[]>;
  readonly reconciliations: () => Promise<readonly KnownReconciliation[]>;
  readonly market: () => Promise<MarketPrints>;
}

/** @param blocks those asked about, all of the vault's chain */
export function yieldEvidence(
  em: EntityManager,
  vault: {readonly chainId: number; readonly key: string},
  blocks: readonly HeldBlock[],
): YieldEvidence {
  const newest = blocks.reduce((height, block) => Math.max(height, block.height), -1);
  const [first, last] = [Math.min(...blocks.map(({at}) => at)), Math.max(...blocks.map(({at}) => at))];
  const perBlock = async (instantsOf: (block: HeldBlock) => number[]): Promise<Block[][]> => {
    const asked = blocks.map(instantsOf);
    const found = await blocksBefore(em, vault.chainId, new Set(asked.flat()));
    return blocks.map((block, i) => (asked[i] ?? []).map((at) => (at >= block.at ? block : (found.get(at) ?? null))));
  };
  const inTurn = turns();
  const load = <T extends object>(one: () => Promise<T>): (() => Promise<T>) => once(() => inTurn(one));
  return {
    prices: load(() => loadPrices(em, vault.key, newest)),
    windowBlocks: load(() => perBlock(windowInstants)),
    dayBlocks: load(() => perBlock(dayInstants)),
    fees: load(() => loadFees(em, vault, newest)),
    trips: load(() =>
      loadTrips(em, {vault: vault.key, knownAt: newest, from: instant(first - REALISED_SPAN), to: instant(last + 1)}),
    ),
    reconciliations: load(() => loadReconciliations(em, vault.key, newest)),
    market: load(() => loadMarket(em, {chainId: vault.chainId, height: newest})),
  };
}

const dayInstants = ({at}: HeldBlock): number[] =>
  Array.from({length: MEAN_DAYS + 1}, (_, i) => at - (MEAN_DAYS - i) * DAY_SECONDS);

/** Fees paid out of revenue of the vault's chain, with the shares there were at each payment. */
async function loadFees(
  em: EntityManager,
  vault: {readonly chainId: number; readonly key: string},
  height: number,
): Promise<KnownFee[]> {
  const rows = await em.query<{height: number; fees: string; totalShares: string | null}[]>(
    `SELECT r.height, r.fees, s.total_shares AS "totalShares"
     FROM vault_flow r
     LEFT JOIN LATERAL (
       SELECT f.total_shares FROM vault_flow f
       WHERE f.chain_id = $1 AND f.vault = $2 AND f.height <= r.height AND f.id < r.id AND f.total_shares IS NOT NULL
       ORDER BY f.height DESC, f.id DESC LIMIT 1
     ) s ON TRUE
     WHERE r.chain_id = $1 AND r.kind = 'REVENUE' AND r.height <= $3 AND r.fees > 0
     ORDER BY r.id`,
    [vault.chainId, vault.key, height],
  );
  return rows.map((row) => ({height: row.height, fees: BigInt(row.fees), totalShares: BigInt(row.totalShares ?? 0)}));
}
