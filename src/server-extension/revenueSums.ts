import type {EntityManager} from 'typeorm';
import {METHODOLOGY} from '../domain/methodology';
import {toAsOf, type AsOfPoint} from './asOf';
import type {RevenueAnswer} from './answers/revenue';
import {instant, type HeldBlock} from './heldBlocks';

/** The legs of a waterfall, in AID wei (metrics.md 3.8). */
const LEGS = [
  'passThrough',
  'protocolFee',
  'performanceFee',
  'reserveContribution',
  'netToVault',
  'paidToHolders',
  'dust',
] as const;
export type Waterfall = Readonly<Record<(typeof LEGS)[number] | 'gross', bigint>>;

const NOTHING: Waterfall = {
  gross: 0n,
  passThrough: 0n,
  protocolFee: 0n,
  performanceFee: 0n,
  reserveContribution: 0n,
  netToVault: 0n,
  paidToHolders: 0n,
  dust: 0n,
};

/** A period [start, end) of unix seconds. */
export interface Period {
  readonly start: number;
  readonly end: number;
}

/** Ids of the rows of every asset known as of a block: registered ones, and those with revenue only (T-bill income). */
export async function knownAssets(em: EntityManager, {chainId, height}: HeldBlock): Promise<string[]> {
  const rows = await em.query<{asset: string}[]>(
    `SELECT DISTINCT key AS asset FROM state_version WHERE chain_id = $1 AND projection = 'computeAsset' AND height <= $2
     UNION SELECT DISTINCT asset FROM revenue_distribution WHERE chain_id = $1 AND height <= $2`,
    [chainId, height],
  );
  return rows.map(({asset}) => asset).sort();
}

/**
 * Sums of the distributions of each asset in each of the periods, which must follow each other without a gap, as known
 * as of a block. A period without any is absent: its sums are exactly 0.
 */
export async function revenueSums(
  em: EntityManager,
  {chainId, height}: HeldBlock,
  assets: readonly string[],
  periods: readonly Period[],
): Promise<Map<string, Waterfall>[]> {
  const sums = periods.map(() => new Map<string, Waterfall>());
  const last = periods.at(-1);
  if (last === undefined) return sums;
  const rows = await em.query<({asset: string; period: number} & Record<keyof Waterfall, string>)[]>(
    `SELECT asset, width_bucket("at", $4::timestamptz[]) AS period, sum(gross)::text AS gross,
            sum(pass_through)::text AS "passThrough", sum(protocol_fee)::text AS "protocolFee",
            sum(performance_fee)::text AS "performanceFee", sum(reserve_contribution)::text AS "reserveContribution",
            sum(net_to_vault)::text AS "netToVault", sum(paid_to_holders)::text AS "paidToHolders", sum(dust)::text AS dust
     FROM revenue_distribution
     WHERE chain_id = $1 AND height <= $2 AND asset = ANY($3) AND "at" >= ($4::timestamptz[])[1] AND "at" < $5
     GROUP BY 1, 2`,
    [chainId, height, assets, periods.map(({start}) => instant(start)), instant(last.end)],
  );
  for (const {asset, period, ...texts} of rows) sums[period - 1]?.set(asset, waterfallOf(texts));
  return sums;
}

const waterfallOf = (texts: Record<keyof Waterfall, string>): Waterfall => ({
  gross: BigInt(texts.gross),
  passThrough: BigInt(texts.passThrough),
  protocolFee: BigInt(texts.protocolFee),
  performanceFee: BigInt(texts.performanceFee),
  reserveContribution: BigInt(texts.reserveContribution),
  netToVault: BigInt(texts.netToVault),
  paidToHolders: BigInt(texts.paidToHolders),
  dust: BigInt(texts.dust),
});

/**
 * @param asset id of the asset's row
 * @param sums absent for a period without a distribution
 */
export function revenueAnswer(
  point: AsOfPoint,
  asset: string,
  period: Period,
  sums: Waterfall = NOTHING,
): RevenueAnswer {
  return {
    ...sums,
    assetId: asset.slice(`${point.chainId}-`.length),
    periodStart: instant(period.start),
    periodEnd: instant(period.end),
    residual: LEGS.reduce((left, leg) => left - sums[leg], sums.gross),
    currency: 'AID',
    asOf: toAsOf(point),
    methodologyVersion: METHODOLOGY.revenue,
  };
}
