import {METHODOLOGY} from '../../domain/methodology';
import {aidSupplies} from '../aidSupply';
import {attestedStates} from '../attestedRatio';
import {backingAnswers} from '../backingAnswer';
import {backingRows, backingsAt} from '../backingAt';
import {sourcesAt} from '../backingSources';
import {blocksAt, seconds} from '../heldBlocks';
import {publishedText} from '../publishedPath';
import {statementsAt} from '../statements';
import {versionsAt, type Snapshot} from '../versions';
import {issuers, liabilitySources} from './liabilitySources';
import type {Asked, Trace} from './metric';
import {blockOf, tracedStablecoin, tracedTbill, type TracedComponent} from './reserveSources';
import {namedFacts, type CauseSource} from './source';

/**
 * Reserves attested for an instant over what was owed at that instant: of a statement its total alone, of the feeds their
 * newest reports with the custody of their instant (metrics.md 3.1).
 */
export async function traceAttested(asked: Asked): Promise<Trace> {
  const {em, held, point, metric} = asked;
  const [answered] = await backingAnswers(em, held, [point]);
  if (answered === undefined) throw new RangeError('A block without its answer.');
  const {attestedAt, attestedSource} = answered.answer;
  const value = await publishedText(answered.answer, metric);
  const trace = {value, methodologyVersion: METHODOLOGY.backing, formula: 'backing.attestedRatio'};
  if (value.reason !== null || attestedAt === null) return {...trace, parameters: {}, terms: {}, causes: []};
  const instant = seconds(attestedAt);
  const [snapshot = new Map()] = await blocksAt(
    em,
    held.chains.map(({chainId}) => chainId),
    [instant],
  );
  const reserves = attestedSource === 'STATEMENT' ? await statementSources(asked) : await feedSources(asked, snapshot);
  const state = (await attestedStates(em, held, [instant])).get(instant);
  return {
    ...trace,
    parameters: {
      source: attestedSource,
      valuedAt: instant,
      chains: issuers(held, snapshot),
      components: reserves.map(({parameters}) => parameters),
    },
    terms: {liabilities: state?.liabilities.value ?? 0n},
    causes: [...reserves.flatMap(({causes}) => causes), ...(await owedSources(asked, snapshot))],
  };
}

async function owedSources({em, held}: Asked, snapshot: Snapshot): Promise<CauseSource[]> {
  const versions = await versionsAt(em, backingRows(held), [snapshot]);
  const [supply] = await aidSupplies(em, held.chains, [snapshot], versions);
  return supply === undefined ? [] : liabilitySources(held, snapshot, supply);
}

async function statementSources({em, held, point}: Asked): Promise<TracedComponent[]> {
  const [at] = await backingsAt(em, held, [point]);
  const [stated] = at === undefined ? [] : await statementsAt(em, [at.snapshot], [point.at]);
  if (stated?.usable === undefined) return [];
  const {reportId, chainId} = stated.usable;
  const ids = await em.query<{id: string}[]>(
    'SELECT id FROM attested_report WHERE report_id = $1 AND chain_id = $2 ORDER BY id LIMIT 1',
    [reportId, chainId],
  );
  const named = {term: 'reserves', projection: 'attestedReport', table: 'attested_report', key: 'report_id'};
  return [
    {
      parameters: {kind: 'STATEMENT', chainId, address: reportId},
      causes: namedFacts(
        named,
        ids.map(({id}) => id),
      ),
    },
  ];
}

/** The feeds' reports as of the block asked about, the stablecoins as of the instant that they are of. */
async function feedSources({em, held, point}: Asked, snapshot: Snapshot): Promise<TracedComponent[]> {
  const [at] = await backingsAt(em, held, [point]);
  const [then] = await versionsAt(em, backingRows(held), [snapshot]);
  if (at === undefined || then === undefined) return [];
  const traced: TracedComponent[] = [];
  for (const feed of at.judged.components.filter(({kind}) => kind === 'TBILL')) {
    const unlimited = {...feed, maxAgeSeconds: null};
    traced.push(await tracedTbill(em, held, unlimited, blockOf(at.snapshot, feed.chainId), false));
  }
  for (const coin of sourcesAt(held.chains, snapshot, then).filter(({kind}) => kind === 'STABLECOIN')) {
    traced.push(await tracedStablecoin(em, held, coin, blockOf(snapshot, coin.chainId)));
  }
  return traced;
}
