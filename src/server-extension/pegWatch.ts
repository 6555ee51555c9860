import type {EntityManager} from 'typeorm';
import {contractRowId} from '../domain/ids';
import {NO_WATCH, takePrint, type PegRules, type PegWatch} from '../domain/pegEpisode';
import {PEG_TERMS, PRICE_MAX_AGE_SECONDS, type Print} from '../domain/pegPrice';
import {contractsOf, type IndexedChain} from './chains';
import {seconds, type HeldBlock} from './heldBlocks';

/** An answer with the block that carries it. */
export interface HeldPrint extends Print {
  readonly height: number;
}

/** Terms and ages of the AID price feeds of a chain; null where it registers none. */
export function pegRules(chain: IndexedChain): PegRules | null {
  const feeds = contractsOf(chain, 'aidPriceFeed');
  if (feeds.length === 0) return null;
  const ages = new Map(
    feeds.map(({address, maxAgeSeconds}) => [contractRowId(chain.chainId, address), maxAgeSeconds] as const),
  );
  return {
    terms: chain.parameters.priceDeviation ?? PEG_TERMS,
    maxAgeOf: (source) => ages.get(source) ?? PRICE_MAX_AGE_SECONDS,
  };
}

/** Every answer of a token's price feeds up to a block, in the order of the chain. */
export async function loadPrints(
  em: EntityManager,
  token: 'AID' | 'SAID',
  upTo: Pick<HeldBlock, 'chainId' | 'height'>,
): Promise<HeldPrint[]> {
  const rows = await em.query<{source: string; priceUsd: string; pricedAt: Date; at: Date; height: number}[]>(
    `SELECT source, price_usd AS "priceUsd", priced_at AS "pricedAt", "at", height FROM price_observation
     WHERE chain_id = $1 AND token = $2 AND height <= $3 ORDER BY height, id`,
    [upTo.chainId, token, upTo.height],
  );
  return rows.map(({source, priceUsd, pricedAt, at, height}) => ({
    ...{source, height, priceUsd: BigInt(priceUsd)},
    ...{pricedAt: seconds(pricedAt), at: seconds(at)},
  }));
}

/** What was known of the peg at each block given, by height: one walk over all answers. */
export async function pegWatches(
  em: EntityManager,
  rules: PegRules,
  points: readonly HeldBlock[],
): Promise<Map<number, PegWatch>> {
  const byHeight = [...points].sort((a, b) => a.height - b.height);
  const newest = byHeight.at(-1);
  const prints = newest === undefined ? [] : await loadPrints(em, 'AID', newest);
  const watches = new Map<number, PegWatch>();
  let watch = NO_WATCH;
  let next = 0;
  for (const {height} of byHeight) {
    for (let print = prints[next]; print !== undefined && print.height <= height; print = prints[next]) {
      watch = takePrint(watch, print, rules);
      next += 1;
    }
    watches.set(height, watch);
  }
  return watches;
}
