import {decode} from '../../chain/decode';
import {DECODERS_VERSION} from '../../chain/contracts';
import type {Network} from '../../chain/networks';
import type {ChainRecord} from '../../domain/record';
import {PROJECTIONS} from '../../projections';
import {chainDigests, firstHeads} from '../../projections/digest';
import {fold} from '../../projections/fold';
import {invariantCheck} from '../../projections/invariantCheck';
import type {InvariantCheckRow} from '../../domain/invariantCheck';

/** What is left of a log once it is folded, in memory and all at once. */
export interface Folded {
  readonly digests: ReadonlyMap<string, string>;
  /** Names of the laws that do not hold at its end */
  readonly broken: readonly string[];
}

export function foldLog(records: readonly ChainRecord[], network: Network): Folded {
  const changes = fold(decode(records, network), PROJECTIONS, new Map());
  const first = firstHeads(network.chainId, PROJECTIONS, DECODERS_VERSION);
  const {heads} = chainDigests(new Map(first.map((head) => [head.name, head])), records, changes);
  const checks = new Map<string, InvariantCheckRow>();
  for (const {projection, row} of changes) {
    if (projection.name === invariantCheck.name) checks.set(row.id, row as unknown as InvariantCheckRow);
  }
  return {
    digests: new Map(heads.map(({name, digest}) => [name, digest])),
    broken: [...checks.values()].filter(({ok, isGuard}) => !ok && isGuard).map(({name}) => name),
  };
}
