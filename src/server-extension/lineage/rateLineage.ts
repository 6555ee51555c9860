import {METHODOLOGY} from '../../domain/methodology';
import {DEFAULT_YEAR, YEAR_SECONDS} from '../../domain/rates';
import {WINDOWS, windowStart, type Window} from '../../domain/yield';
import {MARK_SPANS, mergeMarks} from '../../domain/yieldMarks';
import {blocksAt, seconds} from '../heldBlocks';
import {publishedText} from '../publishedPath';
import {stakingYieldAnswers} from '../stakingYieldAnswer';
import {vaultRow} from '../vaultRow';
import {family, type Asked, type LineageMetric, type LineageMetrics, type Trace} from './metric';
import {navFacts} from './readings';

type Evidence = Pick<Trace, 'parameters' | 'terms' | 'causes'>;

const rateMetric = (formula: string, evidence: (asked: Asked, vault: string) => Promise<Evidence>): LineageMetric => ({
  key: null,
  trace: async (asked) => {
    const {em, held, point, metric} = asked;
    const [answered] = await stakingYieldAnswers(em, held, [point], DEFAULT_YEAR);
    if (answered === undefined) throw new RangeError('A block without its answer.');
    const {key, chainId} = vaultRow(held, 'stakingVault');
    const {parameters, ...rest} = await evidence(asked, key);
    const terms = {vault: key.slice(`${chainId}-`.length), yearSeconds: YEAR_SECONDS[DEFAULT_YEAR]};
    return {
      value: await publishedText(answered.answer, metric),
      methodologyVersion: METHODOLOGY.stakingYield,
      formula,
      parameters: {...parameters, ...terms},
      ...rest,
    };
  },
});

interface Price {
  readonly id: string;
  readonly nav: string | null;
  readonly height: number;
  readonly at: Date;
}

/** The price in force at a block as known at another; the first of all without a block. */
async function priceAt({em, point}: Asked, vault: string, height: number | null): Promise<Price | undefined> {
  const [where, order] = height === null ? ['staking_nav IS NOT NULL', ''] : ['effective_height <= $3', 'DESC'];
  const [price] = await em.query<Price[]>(
    `SELECT id, staking_nav AS nav, effective_height AS height, "at" FROM nav_price
     WHERE vault = $1 AND height <= $2 AND ${where} ORDER BY effective_height ${order}, id COLLATE "C" ${order} LIMIT 1`,
    height === null ? [vault, point.height] : [vault, point.height, height],
  );
  return price;
}

/** Prices at both ends; one record tells both where the price did not change. */
async function windowEvidence(asked: Asked, vault: string, window: Window): Promise<Evidence> {
  const {em, point} = asked;
  const instant = windowStart(window, point.at);
  const [found] = instant === null ? [] : await blocksAt(em, [point.chainId], [instant]);
  const block = found?.get(point.chainId);
  const none = {parameters: {}, terms: {}, causes: []};
  if (instant !== null && block === undefined) return none;
  const start = await priceAt(asked, vault, block?.height ?? null);
  const end = await priceAt(asked, vault, point.height);
  if (start?.nav == null || end?.nav == null) return none;
  const from = block ?? {height: start.height, at: seconds(start.at)};
  const ids = start.nav === end.nav ? [start.id] : [start.id, end.id];
  return {
    parameters: {start: {height: from.height, at: from.at}, end: {height: point.height, at: point.at}},
    terms: {start: BigInt(start.nav), end: BigInt(end.nav), seconds: BigInt(point.at - from.at)},
    causes: [navFacts('price', 'navPrice', ids, ['stakingNav'])],
  };
}

interface MarkRow {
  readonly id: string;
  readonly nav: string;
  readonly at: number;
}

/** The newest mark and the one k marks before it, of those that are a day or more apart (metrics.md 3.6). */
async function markEvidence({em, point}: Asked, vault: string, k: number): Promise<Evidence> {
  const rows = await em.query<MarkRow[]>(
    `SELECT id, staking_nav AS nav, extract(epoch FROM "at")::float8 AS "at" FROM nav_mark
     WHERE vault = $1 AND height <= $2 ORDER BY height, "at", effective_height, ordinal`,
    [vault, point.height],
  );
  const merged = mergeMarks(rows);
  const [first, last] = [merged.at(-1 - k), merged.at(-1)];
  if (first === undefined || last === undefined) return {parameters: {}, terms: {}, causes: []};
  return {
    parameters: {marks: k},
    terms: {start: BigInt(first.nav), end: BigInt(last.nav), seconds: BigInt(last.at - first.at)},
    causes: [navFacts('mark', 'navMark', [first.id, last.id], ['stakingNav'])],
  };
}

/** Annual rates of sAID, on a year of 365 days (metrics.md 3.6, V2, V3). */
export const RATE_LINEAGE: LineageMetrics = {
  ...family('stakingYield.windows.*.apr', WINDOWS, (window) =>
    rateMetric('rate.simple', (asked, vault) => windowEvidence(asked, vault, window)),
  ),
  ...family('stakingYield.windows.*.apy', WINDOWS, (window) =>
    rateMetric('rate.compound', (asked, vault) => windowEvidence(asked, vault, window)),
  ),
  ...family(
    'stakingYield.markApy.*.value',
    MARK_SPANS.map((k) => `${k}`),
    (k) => rateMetric('rate.marks', (asked, vault) => markEvidence(asked, vault, parseInt(k, 10))),
  ),
};
