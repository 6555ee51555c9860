import type {EntityManager} from 'typeorm';
import {divergence} from '../domain/divergence';
import {derive, known, METHODOLOGY, missing, orMissing, type Measured} from '../domain/methodology';
import {freshQuotes} from '../domain/pegEpisode';
import {formatRate, formatWad} from '../domain/rates';
import {statedKind, type JudgedStatement} from '../domain/reserveStatement';
import type {DivergencePart, SourceDivergenceAnswer} from './answers/sourceDivergence';
import {snapshotsAt, toAsOf, type AsOfPoint, type Held} from './asOf';
import {attestedStates} from './attestedRatio';
import {componentRows} from './backingSources';
import {instant} from './heldBlocks';
import {reasonsOf, valuesOf} from './measured';
import {pegRules, pegWatches} from './pegWatch';
import {statementsAt} from './statements';
import type {Snapshot} from './versions';

/** Second-source divergence as of a block (metrics.md A14). */
export async function sourceDivergence(
  em: EntityManager,
  held: Held,
  point: AsOfPoint,
): Promise<SourceDivergenceAnswer> {
  const snapshots = await snapshotsAt(em, held, [point]);
  const [statements] = await statementsAt(em, snapshots, [point.at]);
  const statement = statements?.newest;
  const stated = statement === undefined ? [] : await statedPairs(em, held, snapshots[0] ?? new Map(), statement);
  return {
    pairs: [...stated, ...(await pricePairs(em, held, point))],
    asOf: toAsOf(point),
    methodologyVersion: METHODOLOGY.sourceDivergence,
  };
}

/** What a statement says beside what the feeds and the chains said for its instant. */
async function statedPairs(
  em: EntityManager,
  held: Held,
  snapshot: Snapshot,
  statement: JudgedStatement,
): Promise<DivergencePart[]> {
  const {asOf} = statement;
  const state = (await attestedStates(em, held, [asOf])).get(asOf);
  const feed = await reportedFor(em, held, snapshot, asOf);
  const counted = derive(feed, (tbills) => tbills + (state?.custodyUsd ?? 0n));
  const tbills = orMissing(statedKind(statement, 'TBILL')?.valueUsd, 'NOT_APPLICABLE');
  const names = {sourceA: `statement ${statement.reportId}`, instant: known(asOf)};
  return [
    pair({...names, name: 'TBILLS', sourceB: 'reserve feed', a: tbills, b: feed}),
    pair({...names, name: 'RESERVES', sourceB: 'reserve feed and custody', a: known(statement.totalUsd), b: counted}),
    pair({
      ...{...names, name: 'SUPPLY', sourceB: 'supply of all chains'},
      a: orMissing(statement.liabilitiesAid, 'NOT_APPLICABLE'),
      b: state?.liabilities ?? missing('INSUFFICIENT_HISTORY'),
    }),
  ];
}

/** What the feeds, all of them, reported for one instant, USD WAD; the last report of it known at a snapshot. */
async function reportedFor(
  em: EntityManager,
  {chains}: Held,
  snapshot: Snapshot,
  at: number,
): Promise<Measured<bigint>> {
  const feeds = componentRows(chains).filter(({chainId, key}) =>
    chains.some(
      (chain) =>
        chain.chainId === chainId &&
        chain.contracts.some(({role, address}) => role === 'reserveFeed' && key.endsWith(address)),
    ),
  );
  if (feeds.length === 0) return missing('NOT_APPLICABLE');
  const rows = await em.query<{component: string; valueUsd: string}[]>(
    `SELECT DISTINCT ON (r.component) r.component, r.value_usd AS "valueUsd"
     FROM unnest($1::text[], $2::int[]) p(component, height)
     JOIN reserve_report r ON r.component = p.component AND r.height <= p.height AND r.valuation_at = $3
     ORDER BY r.component, r.height DESC, r.id DESC`,
    [feeds.map(({key}) => key), feeds.map(({chainId}) => snapshot.get(chainId)?.height ?? -1), instant(at)],
  );
  if (rows.length < feeds.length) return missing('NO_OBSERVATION');
  return known(rows.reduce((sum, {valueUsd}) => sum + BigInt(valueUsd), 0n));
}

/** Every two fresh price feeds. */
async function pricePairs(em: EntityManager, held: Held, point: AsOfPoint): Promise<DivergencePart[]> {
  const rules = pegRules(held.chain);
  if (rules === null) return [];
  const watch = (await pegWatches(em, rules, [point])).get(point.height);
  const fresh = watch === undefined ? [] : freshQuotes(watch, point.at, rules);
  return fresh.flatMap((a, index) =>
    fresh.slice(index + 1).map((b) =>
      pair({
        ...{name: 'PRICE', sourceA: a.source, sourceB: b.source, instant: known(point.at)},
        ...{a: known(a.priceUsd), b: known(b.priceUsd)},
      }),
    ),
  );
}

interface Pair {
  readonly name: string;
  readonly sourceA: string;
  readonly sourceB: string;
  readonly a: Measured<bigint>;
  readonly b: Measured<bigint>;
  readonly instant: Measured<number>;
}

function pair({name, sourceA, sourceB, a, b, instant: at}: Pair): DivergencePart {
  const apart = a.reason !== null ? a : b.reason !== null ? b : divergence(a.value, b.value);
  const fields = {
    a: derive(a, formatWad),
    b: derive(b, formatWad),
    instant: derive(at, instant),
    divergence: derive(apart, formatRate),
  };
  return {name, sourceA, sourceB, ...valuesOf(fields), reasons: reasonsOf(fields)};
}
