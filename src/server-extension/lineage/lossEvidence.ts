import type {EntityManager} from 'typeorm';
import type {HeldBlock} from '../heldBlocks';
import type {Asked, Trace} from './metric';
import {navFacts, vaultVersion, VIEWS} from './readings';
import {issuance, namedFacts, type CauseSource} from './source';

type Evidence = Pick<Trace, 'terms' | 'causes'>;

/**
 * What the vault's loss rests on: the newest mark's own figure, and before the first mark the gap of the newest reading
 * over all shares; then every change of a loss since.
 */
export async function lossEvidence({em, point}: Asked, vault: string): Promise<Evidence> {
  const mark = await newestMark(em, vault, point);
  const readings = mark === undefined ? await newestReadings(em, vault, point) : [];
  const since = mark?.record ?? readings[0]?.id ?? '';
  const recognised = await recognisedSince(em, point, since);
  if (mark !== undefined) return {terms: {}, causes: [navFacts('loss', 'navMark', [mark.id], []), ...recognised]};
  const [first, second] = readings;
  if (first === undefined) return {terms: {}, causes: recognised};
  const ids = readings.map(({id}) => id);
  const told = vaultVersion('loss', vault, ids);
  const isGap = second !== undefined && second.data !== first.data;
  return {
    terms: {},
    causes: [told, ...(isGap ? [issuance('shares', vault, {...point, height: first.height})] : []), ...recognised],
  };
}

async function newestMark(
  em: EntityManager,
  vault: string,
  {height}: HeldBlock,
): Promise<{id: string; record: string} | undefined> {
  const [mark] = await em.query<{id: string; record: string}[]>(
    `SELECT id, record FROM nav_mark WHERE vault = $1 AND height <= $2 AND kind = 'NAV_UPDATED'
     ORDER BY height DESC, id COLLATE "C" DESC LIMIT 1`,
    [vault, height],
  );
  return mark;
}

interface Reading {
  readonly id: string;
  readonly data: string;
  readonly height: number;
}

/** What both NAVs were at the newest block at which the vault was read. */
const newestReadings = (em: EntityManager, vault: string, {chainId, height}: HeldBlock): Promise<Reading[]> =>
  em.query<Reading[]>(
    `SELECT g.id, g.data, g.height FROM (
       SELECT * FROM event_record WHERE address = $1 AND kind = 'READING' AND chain_id = $2 AND height <= $3 AND input = $4
       ORDER BY id DESC LIMIT 1) r
     JOIN event_record g ON g.chain_id = r.chain_id AND g.height = r.height AND g.address = r.address
       AND g.read_hash = r.read_hash
     WHERE g.input = ANY($5) ORDER BY g.id`,
    [
      ...[vault.slice(vault.indexOf('-') + 1), chainId, height, VIEWS.stakingNav],
      [VIEWS.stakingNav, VIEWS.unstakingNav],
    ],
  );

/** Losses that were changed after a record, and not to what they were. */
async function recognisedSince(em: EntityManager, {chainId, height}: HeldBlock, since: string): Promise<CauseSource[]> {
  const rows = await em.query<{id: string; amount: string; detail: string}[]>(
    `SELECT id, amount, detail FROM compute_asset_event
     WHERE chain_id = $1 AND height <= $2 AND type = 'LossRecognized' AND record > $3 COLLATE "C" ORDER BY id`,
    [chainId, height, since],
  );
  const named = {term: 'loss', projection: 'computeAssetEvent', table: 'compute_asset_event', key: 'asset'};
  return namedFacts(
    named,
    rows.filter(({amount, detail}) => detail !== `was ${amount}`).map(({id}) => id),
  );
}
