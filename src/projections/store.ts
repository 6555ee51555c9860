import type {Store} from '@subsquid/typeorm-store';
import {Any, type FindOptionsWhere} from 'typeorm';
import {versionRowId} from '../domain/ids';
import type {ChainRecord} from '../domain/record';
import {encodeRow} from '../domain/version';
import {BlockDigest, ProjectionVersion, StateVersion} from '../model';
import {chainDigests, type Head} from './digest';
import type {Change, Loaded} from './fold';
import type {Keyed, Projection} from './projection';
import {fromEntity, toEntity} from './rows';

export type EntityClass<E extends Keyed = Keyed> = new (props?: never) => E;

/** Where rows are kept while blocks are folded: the SDK's Store, or the scratch tables of a replay. */
export interface RowStore {
  /** The rows of these ids; those that do not exist are left out */
  byIds<E extends Keyed>(entity: EntityClass<E>, ids: readonly string[]): Promise<E[]>;
  insert(rows: Keyed[]): Promise<void>;
  upsert(rows: Keyed[]): Promise<void>;
}

/** The Store of a batch; its change log is what a fork undoes. */
export const sdkStore = (store: Store): RowStore => ({
  byIds: <E extends Keyed>(entity: EntityClass<E>, ids: readonly string[]) =>
    store.find(entity, {where: {id: Any([...ids])} as FindOptionsWhere<E>}),
  insert: (rows) => store.insert(rows),
  upsert: (rows) => store.upsert(rows),
});

/** Loads the rows named, one SELECT per table. */
export async function load(store: RowStore, wanted: ReadonlyMap<Projection, ReadonlySet<string>>): Promise<Loaded> {
  const loaded = new Map<Projection, Map<string, Keyed>>();
  for (const [projection, ids] of wanted) {
    const entities = await store.byIds(projection.entity, [...ids]);
    loaded.set(projection, new Map(entities.map((entity) => [entity.id, fromEntity(entity)])));
  }
  return loaded;
}

/**
 * Writes what a fold changed, one write per table: facts and versions are inserted, current rows upserted, and the
 * digests of the records and of what they changed are chained on.
 */
export async function save(
  store: RowStore,
  chainId: number,
  heads: ReadonlyMap<string, Head>,
  records: readonly ChainRecord[],
  changes: readonly Change[],
): Promise<Head[]> {
  const facts = new Map<Projection, Keyed[]>();
  const states = new Map<Projection, Map<string, Keyed>>();
  const versions: StateVersion[] = [];
  for (const change of changes) {
    const {projection, row} = change;
    if (projection.kind === 'fact') {
      const rows = facts.get(projection) ?? [];
      rows.push(row);
      facts.set(projection, rows);
    } else {
      states.set(projection, (states.get(projection) ?? new Map<string, Keyed>()).set(row.id, row));
      versions.push(versionOf(chainId, change));
    }
  }
  for (const [projection, rows] of facts) await store.insert(rows.map((row) => toEntity(projection, row)));
  for (const [projection, rows] of states)
    await store.upsert([...rows.values()].map((row) => toEntity(projection, row)));
  await store.insert(versions);
  const chained = chainDigests(heads, records, changes);
  await store.insert(chained.digests.map((digest) => new BlockDigest(digest)));
  await store.upsert(chained.heads.map((head) => new ProjectionVersion(head)));
  return chained.heads;
}

/** The projections as a database holds them, by name. */
export async function loadHeads(store: RowStore, ids: readonly string[]): Promise<Map<string, Head>> {
  const rows = await store.byIds(ProjectionVersion, ids);
  return new Map(rows.map((row) => [row.name, {...row, digestHeight: row.digestHeight ?? null}]));
}

function versionOf(chainId: number, {projection, row, height, at, causes}: Change): StateVersion {
  return new StateVersion({
    id: versionRowId(chainId, height, projection.name, row.id),
    chainId,
    projection: projection.name,
    key: row.id,
    height,
    at: new Date(at * 1000),
    row: encodeRow(row),
    causes: [...causes],
  });
}
