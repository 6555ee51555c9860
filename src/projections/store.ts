import type {Store} from '@subsquid/typeorm-store';
import {Any} from 'typeorm';
import {versionRowId} from '../domain/ids';
import {encodeRow} from '../domain/version';
import {StateVersion} from '../model';
import type {Change, Loaded} from './fold';
import type {Keyed, Projection} from './projection';
import {fromEntity, toEntity} from './rows';

/** Loads the rows named, one SELECT per table. */
export async function load(store: Store, wanted: ReadonlyMap<Projection, ReadonlySet<string>>): Promise<Loaded> {
  const loaded = new Map<Projection, Map<string, Keyed>>();
  for (const [projection, ids] of wanted) {
    const entities = await store.findBy(projection.entity, {id: Any([...ids])});
    loaded.set(projection, new Map(entities.map((entity) => [entity.id, fromEntity(entity)])));
  }
  return loaded;
}

/**
 * Writes what a fold changed, one write per table: facts and versions are inserted, current rows upserted.
 * Everything goes through the Store, whose change log is what a fork undoes.
 */
export async function save(store: Store, chainId: number, changes: readonly Change[]): Promise<void> {
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
