import type {EntityManager} from 'typeorm';
import {METHODOLOGY} from '../../domain/methodology';
import {DEFAULT_YEAR} from '../../domain/rates';
import type {StakingVaultRow} from '../../domain/stakingVault';
import type {HeldBlock} from '../heldBlocks';
import {publishedText} from '../publishedPath';
import {stakingYieldAnswers} from '../stakingYieldAnswer';
import {vaultRow} from '../vaultRow';
import {versionsAt} from '../versions';
import {lossEvidence} from './lossEvidence';
import type {Asked, LineageMetric, LineageMetrics, Trace} from './metric';
import {navFacts, vaultVersion, VIEWS, type View} from './readings';
import {issuance, type CauseSource} from './source';

/** What a number about the vault rests on; the vault's row as of the block is there for its terms. */
type Evidence = (
  asked: Asked,
  vault: string,
  row: StakingVaultRow | undefined,
) => Promise<Pick<Trace, 'terms' | 'causes'>>;

const vaultMetric = (formula: string, evidence: Evidence, parameters: Trace['parameters'] = {}): LineageMetric => ({
  key: null,
  trace: async (asked) => {
    const {em, held, point, metric} = asked;
    const [answered] = await stakingYieldAnswers(em, held, [point], DEFAULT_YEAR);
    if (answered === undefined) throw new RangeError('A block without its answer.');
    const name = vaultRow(held, 'stakingVault');
    const [versions] = await versionsAt(em, [name], [new Map([[point.chainId, point]])]);
    return {
      value: await publishedText(answered.answer, metric),
      methodologyVersion: METHODOLOGY.stakingYield,
      formula,
      parameters: {...parameters, vault: name.key.slice(`${name.chainId}-`.length)},
      ...(await evidence(asked, name.key, versions?.get<StakingVaultRow>(name)?.row)),
    };
  },
});

/** The newest change of the price known at a block: what it said holds until the next. */
export async function newestPrice(em: EntityManager, vault: string, {height}: HeldBlock): Promise<string[]> {
  const rows = await em.query<{id: string}[]>(
    `SELECT id FROM nav_price WHERE vault = $1 AND height <= $2 ORDER BY effective_height DESC, id COLLATE "C" DESC LIMIT 1`,
    [vault, height],
  );
  return rows.map(({id}) => id);
}

const priced = (view: 'stakingNav' | 'unstakingNav'): LineageMetric =>
  vaultMetric('vault.price', async (asked, vault) => viewed(asked, vault, [view]), {view});

async function viewed({em, point}: Asked, vault: string, views: readonly View[]) {
  const ids = await newestPrice(em, vault, point);
  return {terms: {}, causes: [navFacts('price', 'navPrice', ids, views)]};
}

/** The newest record that says what the vault's assets are: a reading or a mark's event. */
async function bookSource({em, point}: Asked, vault: string): Promise<CauseSource[]> {
  const [found] = await em.query<{record: string | null}[]>(
    `SELECT greatest(
       (SELECT r.id::text COLLATE "C" FROM event_record r WHERE r.address = $1 AND r.kind = 'READING' AND r.chain_id = $2 AND r.height <= $3
          AND r.input = $4 ORDER BY r.id DESC LIMIT 1),
       (SELECT m.record COLLATE "C" FROM nav_mark m WHERE m.vault = $5 AND m.height <= $3 AND m.kind = 'NAV_UPDATED'
        ORDER BY m.height DESC, m.id DESC LIMIT 1)) AS record`,
    [vault.slice(vault.indexOf('-') + 1), point.chainId, point.height, VIEWS.totalAssets, vault],
  );
  return found?.record == null ? [] : [vaultVersion('book', vault, [found.record])];
}

/** The vault's NAVs and book (metrics.md 3.6). */
export const NAV_LINEAGE: LineageMetrics = {
  'stakingYield.stakingNav': priced('stakingNav'),
  'stakingYield.unstakingNav': priced('unstakingNav'),
  'stakingYield.navGapBps': vaultMetric('vault.gap', async (asked, vault, row) => ({
    ...(await viewed(asked, vault, ['stakingNav', 'unstakingNav'])),
    terms: {stakingNav: row?.stakingNav ?? 0n, unstakingNav: row?.unstakingNav ?? 0n},
  })),
  'stakingYield.totalAssets': vaultMetric('vault.totalAssets', async (asked, vault) => ({
    terms: {},
    causes: await bookSource(asked, vault),
  })),
  'stakingYield.totalShares': vaultMetric('vault.totalShares', (asked, vault) =>
    Promise.resolve({terms: {}, causes: [issuance('shares', vault, asked.point)]}),
  ),
  'stakingYield.unrealizedLoss': vaultMetric('vault.unrealizedLoss', lossEvidence),
};
