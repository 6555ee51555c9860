import type {EntityManager} from 'typeorm';
import {closeToPrice} from '../domain/attributionTally';
import {derive, known, METHODOLOGY, missing, orMissing, type Measured} from '../domain/methodology';
import {priceYield} from '../domain/priceYield';
import {formatRate, formatWad, ratio, type Rate} from '../domain/rates';
import {WAD} from '../domain/units';
import type {VaultBookRow} from '../domain/vaultBook';
import {attributeYield, type Attribution} from '../domain/yieldAttribution';
import type {AttributionPart, YieldAttributionAnswer} from './answers/yieldAttribution';
import {toAsOf, type AsOfPoint} from './asOf';
import {flowsSinceMark} from './flowRows';
import {instant} from './heldBlocks';
import {reasonsOf, valuesOf} from './measured';
import {loadReconciliations} from './reconciliations';
import {loadPrices, priceIn, type KnownPrice} from './vaultPrices';
import {versionsAt, type RowName} from './versions';

/** The block after which the yield is attributed; null where it begins with the first price. */
export type Since = {readonly height: number; readonly at: number} | null;

/** The attribution of what happened after one block up to another, as an index knew it that had stopped at the latter. */
export async function attributionAnswer(
  em: EntityManager,
  vault: RowName,
  since: Since,
  point: AsOfPoint,
): Promise<YieldAttributionAnswer> {
  const prices = await loadPrices(em, vault.key, point.height);
  const first = prices.find(({stakingNav}) => stakingNav !== null);
  const start = since ?? (first === undefined ? null : {height: first.effectiveHeight, at: first.at});
  const from = start?.height ?? -1;
  const flows = await flowsSinceMark(em, vault, from, point);
  const checks = await loadReconciliations(em, vault.key, point.height);
  const [versions] = await versionsAt(em, [{...vault, projection: 'vaultBook'}], [new Map([[point.chainId, point]])]);
  const book = versions?.get<VaultBookRow>({...vault, projection: 'vaultBook'})?.row;
  const read = checks.findLast(({effectiveHeight}) => effectiveHeight <= from);
  const attribution = attributeYield({
    flows,
    reads: checks,
    fromHeight: from,
    accruedAtStart: read === undefined ? 0n : read.accrued,
  });
  const moves = pricesBetween(prices, from, point.height);
  return {
    ...answerOf(attribution, moves, start?.at ?? null),
    endAt: instant(point.at),
    waiting: book?.waitingAssets ?? 0n,
    priceYield: priceYield(moves),
    asOf: toAsOf(point),
    methodologyVersion: METHODOLOGY.yieldAttribution,
  };
}

type Priced = KnownPrice & {readonly stakingNav: bigint};

/** The staking NAVs in force at one block and changed up to another; the first is what the others are compared with. */
function pricesBetween(prices: readonly KnownPrice[], from: number, to: number): Priced[] {
  const before = priceIn(prices, from, to);
  const later = prices.filter(({effectiveHeight}) => effectiveHeight > from);
  return [...(before === undefined ? [] : [before]), ...later].filter((one): one is Priced => one.stakingNav !== null);
}

type Fields = Omit<YieldAttributionAnswer, 'endAt' | 'waiting' | 'priceYield' | 'asOf' | 'methodologyVersion'>;

function answerOf(attribution: Attribution, moves: readonly Priced[], startAt: number | null): Fields {
  const [first, last] = [moves[0], moves.at(-1)];
  const isPriced = first !== undefined && startAt !== null && first.at <= startAt;
  const navStart = isPriced ? known(first.stakingNav) : missing('NO_OBSERVATION');
  const navEnd = orMissing(last?.stakingNav, 'NO_OBSERVATION');
  const move = difference(navStart, navEnd);
  const closed =
    move.reason === null ? closeToPrice(attribution.parts, attribution.residualPerShare, move.value) : null;
  const fields = {
    navStart: derive(navStart, formatWad),
    navEnd: derive(navEnd, formatWad),
    startAt: derive(orMissing(startAt, 'NO_OBSERVATION'), instant),
    residualPerShare: derive(orMissing(closed?.residualPerShare, 'NO_OBSERVATION'), formatRate),
  };
  return {
    ...valuesOf(fields),
    parts: (closed?.parts ?? attribution.parts).map(partOf),
    whole: attribution.whole,
    residual: attribution.residual,
    unconfirmedMarks: attribution.unconfirmed,
    reasons: reasonsOf(fields),
  };
}

function difference(start: Measured<bigint>, end: Measured<bigint>): Measured<Rate> {
  if (start.reason !== null) return start;
  return derive(end, (nav) => ratio(nav - start.value, WAD));
}

function partOf({source, kind, assetId, amount, perShare}: Attribution['parts'][number]): AttributionPart {
  const fields = {assetId: orMissing(assetId, 'NOT_APPLICABLE'), perShare: known(formatRate(perShare))};
  return {...valuesOf(fields), source, kind, amount, reasons: reasonsOf(fields)};
}
