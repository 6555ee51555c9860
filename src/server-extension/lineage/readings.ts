import {facts, type CauseSource} from './source';

const WORD_OF_ONE = (10n ** 18n).toString(16).padStart(64, '0');

/** Calldata of the views of the vault that are read. */
export const VIEWS = {
  totalAssets: '0x01e1d114',
  /** convertToAssets(1e18) */
  stakingNav: `0x07a2d13a${WORD_OF_ONE}`,
  /** convertToAssetsWithLoss(1e18) */
  unstakingNav: `0x227c27e6${WORD_OF_ONE}`,
} as const;
export type View = keyof typeof VIEWS;

/** Records of a fact that a log told, or else those readings of its group that answered the views. */
const told = (views: string): string =>
  `coalesce((SELECT array_agg(g.id::text ORDER BY g.id) FROM event_record r JOIN event_record g
             ON g.chain_id = r.chain_id AND g.height = r.height AND g.address = r.address AND g.kind = 'READING'
                AND g.read_hash = r.read_hash
             WHERE r.id = f.record AND r.kind = 'READING' AND g.input = ANY(${views})), ARRAY[f.record])`;

const tables = {navPrice: 'nav_price', navMark: 'nav_mark'} as const;

/** Changes or marks of the NAV, as far as they answer the views named. */
export const navFacts = (
  term: string,
  projection: keyof typeof tables,
  ids: readonly string[],
  views: readonly View[],
): CauseSource =>
  facts({
    ...{term, projection, table: tables[projection], key: 'vault', records: told('$2')},
    where: 'f.id = ANY($1)',
    parameters: [ids, views.map((view) => VIEWS[view])],
  });

/** One record as the cause of a version of the vault, in its own block. */
export const vaultVersion = (term: string, vault: string, records: readonly string[]): CauseSource => ({
  sql: `SELECT '${term}' AS term, 'VERSION' AS kind, v.projection, v.id::text AS id, v.key, v.height, $2::text[] AS records
        FROM state_version v JOIN event_record r ON r.id = ($2::text[])[1] AND r.height = v.height
        WHERE v.projection = 'stakingVault' AND v.key = $1`,
  parameters: [vault, records],
});
