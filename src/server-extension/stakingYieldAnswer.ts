import type {EntityManager} from 'typeorm';
import {derive, known, METHODOLOGY, missing, orMissing, type Measured, type Reason} from '../domain/methodology';
import {formatRate, formatWad, type YearBasis} from '../domain/rates';
import type {StakingVaultRow} from '../domain/stakingVault';
import {breakevenDays, navGapBps, unrealizedLoss, type Navs} from '../domain/yieldGap';
import {
  HEADLINE_SPAN,
  MARK_SPANS,
  markApy,
  mergeMarks,
  nextMarkExpectedAt,
  type Mark,
  type MarkApy,
} from '../domain/yieldMarks';
import {reasonsOf, valuesOf} from './measured';
import type {MarkApyPart, StakingYieldAnswer} from './answers/stakingYield';
import {toAsOf, type AsOfPoint, type Held} from './asOf';
import type {Answered} from './backingAnswer';
import {instant} from './heldBlocks';
import {loadMarks} from './vaultPrices';
import {vaultRow} from './vaultRow';
import {versionsAt} from './versions';
import {compatParts, windowParts, windowStarts, type WindowPrices} from './windowParts';

/**
 * The yield as of each block given; the number of queries does not grow with their number. The prices at the starts of
 * the windows are read once, for all blocks, and only when a reader asks for what rests on them.
 */
export async function stakingYieldAnswers(
  em: EntityManager,
  held: Held,
  points: readonly AsOfPoint[],
  basis: YearBasis,
): Promise<Answered<StakingYieldAnswer>[]> {
  const vault = vaultRow(held, 'stakingVault');
  const newest = points.reduce((height, point) => Math.max(height, point.height), -1);
  const snapshots = points.map((point) => new Map([[point.chainId, point]]));
  const versions = await versionsAt(em, [vault], snapshots);
  const marks = await loadMarks(em, vault.key, newest);
  const starts = once(() => windowStarts(em, vault, points, marks));
  return points.map((point, index) => {
    const version = versions[index]?.get<StakingVaultRow>(vault);
    const row = version?.row;
    const prices = async (): Promise<WindowPrices> => ({
      end: {height: point.height, at: point.at, nav: row?.stakingNav ?? null},
      endReason: missingNav(row, 'stakingNav'),
      starts: (await starts())[index] ?? new Map(),
    });
    const merged = mergeMarks(marks.filter(({height}) => height <= point.height));
    return {answer: answerOf(point, row, {prices, merged, basis}), lastChangeAt: version?.at ?? -Infinity};
  });
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => (loading ??= load());
}

/** A vault that was read answers each view or reverts; one that was never read is not observed. */
function missingNav(
  row: StakingVaultRow | undefined,
  field: 'stakingNav' | 'unstakingNav' | 'totalAssets',
): Reason | null {
  if (row !== undefined && row[field] !== null) return null;
  return row === undefined || row.navHeight === null ? 'NO_OBSERVATION' : 'REVERTED';
}

interface Evidence {
  readonly prices: () => Promise<WindowPrices>;
  readonly merged: readonly Mark[];
  readonly basis: YearBasis;
}

function answerOf(
  point: AsOfPoint,
  row: StakingVaultRow | undefined,
  {prices, merged, basis}: Evidence,
): StakingYieldAnswer {
  const view = (field: 'stakingNav' | 'unstakingNav' | 'totalAssets'): Measured<bigint> =>
    orMissing(row?.[field], missingNav(row, field) ?? 'NO_OBSERVATION');
  const navs = both(view('stakingNav'), view('unstakingNav'));
  const gap = navs.reason === null ? navGapBps(navs.value) : navs;
  const headline = markApy(merged, HEADLINE_SPAN, point.at, basis).apy;
  const days = navs.reason === null ? breakevenDays(navs.value, headline, basis) : navs;
  const loss = derive(navs, (pair) => unrealizedLoss(pair, row?.totalShares ?? 0n));
  const fields = {
    stakingNav: derive(view('stakingNav'), formatWad),
    unstakingNav: derive(view('unstakingNav'), formatWad),
    navGapBps: derive(gap, formatRate),
    unrealizedLoss: row?.unrealizedLoss == null ? loss : known(row.unrealizedLoss),
    totalAssets: view('totalAssets'),
    breakevenDays: derive(days, formatRate),
    realisedApy: missing('NOT_COMPUTED'),
    nextMarkExpectedAt: derive(orMissing(nextMarkExpectedAt(merged), 'NO_OBSERVATION'), instant),
  };
  return {
    ...valuesOf(fields),
    realisedApyReason: fields.realisedApy.reason,
    totalShares: row?.totalShares ?? 0n,
    get markApy() {
      return MARK_SPANS.map((k) => markPart(markApy(merged, k, point.at, basis)));
    },
    get windows() {
      return prices().then((priced) => windowParts(priced, basis));
    },
    get compat() {
      return prices().then((priced) => compatParts(priced, merged));
    },
    reasons: reasonsOf(fields),
    asOf: toAsOf(point),
    methodologyVersion: METHODOLOGY.stakingYield,
  };
}

function both(staking: Measured<bigint>, unstaking: Measured<bigint>): Measured<Navs> {
  if (staking.reason !== null) return staking;
  return derive(unstaking, (value) => ({staking: staking.value, unstaking: value}));
}

function markPart({marks, apy, from, to}: MarkApy): MarkApyPart {
  const fields = {
    value: derive(apy, formatRate),
    from: derive(orMissing(from, apy.reason ?? 'NOT_APPLICABLE'), instant),
    to: derive(orMissing(to, apy.reason ?? 'NOT_APPLICABLE'), instant),
  };
  return {...valuesOf(fields), marks, reason: apy.reason, reasons: reasonsOf(fields)};
}
