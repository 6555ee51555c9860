import type {Scope} from './subject';

/** Assets of which money moved before the registry knew them: their rows begin later than their sums on the chain. */
export async function assetsBeforeRegistration(scope: Scope): Promise<Set<string>> {
  const found = await scope.held.facts<{asset: string}>(
    `SELECT DISTINCT f.asset FROM asset_cash_flow f
     WHERE f.chain_id = $1 AND f.height <= $2 AND f.record < (
       SELECT min(e.record) FROM compute_asset_event e WHERE e.chain_id = $1 AND e.asset = f.asset
     )`,
  );
  return new Set(found.map(({asset}) => asset));
}
