import type {EntityManager} from 'typeorm';
import {known, missing, type Measured} from '../domain/methodology';
import {ratio, type Rate} from '../domain/rates';
import {aidSupply} from './aidSupply';
import type {Held} from './asOf';
import {backingRows, type BackingAt} from './backingAt';
import {attestedAt, sourcesAt, type Attested} from './backingSources';
import {blocksAt} from './heldBlocks';
import {versionsAt, type Snapshot, type VersionsAt} from './versions';

/** Attested reserves over the liabilities of the same instant, and that instant, unix seconds. */
export interface AttestedRatio {
  readonly ratio: Measured<Rate>;
  readonly valuedAt: Measured<number>;
}

/** For each block the ratio as of the newest valuation known there (metrics.md 3.1). */
export async function attestedRatios(
  em: EntityManager,
  held: Held,
  ats: readonly BackingAt[],
): Promise<AttestedRatio[]> {
  const attested = ats.map(({judged, versions}) => attestedAt(judged.components, versions));
  const instants = [...new Set(attested.flatMap(({value}) => value?.valuedAt ?? []))];
  const snapshots = await blocksAt(
    em,
    held.chains.map(({chainId}) => chainId),
    instants,
  );
  const versions = await versionsAt(em, backingRows(held), snapshots);
  const states = new Map(instants.map((instant, i) => [instant, {snapshot: snapshots[i], versions: versions[i]}]));
  return attested.map((report) => {
    if (report.reason !== null) return {ratio: report, valuedAt: report};
    const {snapshot, versions: rows} = states.get(report.value.valuedAt) ?? {};
    const isHeld = snapshot !== undefined && rows !== undefined;
    return {
      ratio: isHeld ? ratioOf(held, report.value, snapshot, rows) : missing('INSUFFICIENT_HISTORY'),
      valuedAt: known(report.value.valuedAt),
    };
  });
}

function ratioOf(held: Held, {reportedUsd}: Attested, snapshot: Snapshot, versions: VersionsAt): Measured<Rate> {
  if (!snapshot.has(held.chain.chainId)) return missing('INSUFFICIENT_HISTORY');
  const supply = aidSupply(held.chains, snapshot, versions);
  if (!supply.complete) return missing('PARTIAL');
  if (supply.total === 0n) return missing('NOT_APPLICABLE');
  const stablecoins = sourcesAt(held.chains, snapshot, versions).filter(({kind}) => kind === 'STABLECOIN');
  const reserves = stablecoins.reduce((sum, {valueUsd}) => sum + (valueUsd ?? 0n), reportedUsd);
  return known(ratio(reserves, supply.total));
}
