import type {EntityManager} from 'typeorm';
import {derive, known, missing, orMissing, type Measured} from '../domain/methodology';
import {ratio, type Rate} from '../domain/rates';
import {aidSupplies, type AidSupply} from './aidSupply';
import type {Held} from './asOf';
import {backingRows, type BackingAt} from './backingAt';
import {attestedAt, sourcesAt} from './backingSources';
import {blocksAt} from './heldBlocks';
import type {StatementsAt} from './statements';
import {versionsAt, type Snapshot, type VersionsAt} from './versions';

/** Reserves attested for an instant over the liabilities of the same instant, unix seconds. */
export interface AttestedRatio {
  readonly ratio: Measured<Rate>;
  readonly valuedAt: Measured<number>;
  /** A reserve statement of all reserves, or the feed's newest report with the custody of its instant */
  readonly source: Measured<'STATEMENT' | 'FEED'>;
}

/** What the chains held at an instant that somebody attests to. */
export interface AttestedState {
  /** AID wei */
  readonly liabilities: Measured<bigint>;
  /** Stablecoins in custody, USD WAD */
  readonly custodyUsd: bigint;
}

/**
 * For each backing the attested ratio known there (metrics.md 3.1): that of the newest statement that adds up, else of
 * the newest valuation of the feeds.
 */
export async function attestedRatios(
  em: EntityManager,
  held: Held,
  ats: readonly BackingAt[],
  statements: readonly StatementsAt[],
): Promise<AttestedRatio[]> {
  const attested = ats.map((at, index) => attestedOf(at, statements[index]));
  const states = await attestedStates(
    em,
    held,
    attested.flatMap(({value}) => value?.valuedAt ?? []),
  );
  return attested.map((report) => {
    if (report.reason !== null) return {ratio: report, valuedAt: report, source: report};
    const {valuedAt, source, reservesUsd} = report.value;
    const state = states.get(valuedAt);
    const liabilities = state?.liabilities ?? missing('INSUFFICIENT_HISTORY');
    return {
      ratio: ratioOf(source === 'FEED' ? reservesUsd + (state?.custodyUsd ?? 0n) : reservesUsd, liabilities),
      valuedAt: known(valuedAt),
      source: known(source),
    };
  });
}

interface Attested {
  readonly source: 'STATEMENT' | 'FEED';
  readonly valuedAt: number;
  /** USD WAD; of a feed without the stablecoins in custody */
  readonly reservesUsd: bigint;
}

function attestedOf({judged, versions}: BackingAt, statements: StatementsAt | undefined): Measured<Attested> {
  const stated = orMissing(statements?.usable, 'NO_OBSERVATION');
  if (stated.reason === null) {
    return known({source: 'STATEMENT', valuedAt: stated.value.asOf, reservesUsd: stated.value.totalUsd});
  }
  return derive(attestedAt(judged.components, versions), ({valuedAt, reportedUsd}) => ({
    ...({source: 'FEED', valuedAt} as const),
    reservesUsd: reportedUsd,
  }));
}

function ratioOf(reservesUsd: bigint, liabilities: Measured<bigint>): Measured<Rate> {
  if (liabilities.reason !== null) return liabilities;
  return liabilities.value === 0n ? missing('NOT_APPLICABLE') : known(ratio(reservesUsd, liabilities.value));
}

/** What was held at each instant, by instant; one round of queries however many there are. */
export async function attestedStates(
  em: EntityManager,
  held: Held,
  instants: readonly number[],
): Promise<Map<number, AttestedState>> {
  const distinct = [...new Set(instants)];
  const chainIds = held.chains.map(({chainId}) => chainId);
  const snapshots = await blocksAt(em, chainIds, distinct);
  const versions = await versionsAt(em, backingRows(held), snapshots);
  const supplies = await aidSupplies(em, held.chains, snapshots, versions);
  return new Map(
    distinct.flatMap((instant, index) => {
      const [snapshot, rows, supply] = [snapshots[index], versions[index], supplies[index]];
      if (snapshot === undefined || rows === undefined || supply === undefined) return [];
      return [[instant, stateOf(held, snapshot, rows, supply)] as const];
    }),
  );
}

function stateOf(held: Held, snapshot: Snapshot, versions: VersionsAt, supply: AidSupply): AttestedState {
  const isHeld = snapshot.has(held.chain.chainId);
  const stablecoins = sourcesAt(held.chains, snapshot, versions).filter(({kind}) => kind === 'STABLECOIN');
  return {
    liabilities: !isHeld
      ? missing('INSUFFICIENT_HISTORY')
      : orMissing(supply.complete ? supply.liabilities : null, 'PARTIAL'),
    custodyUsd: stablecoins.reduce((sum, {valueUsd}) => sum + (valueUsd ?? 0n), 0n),
  };
}
