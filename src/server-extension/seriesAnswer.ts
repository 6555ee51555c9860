import type {EntityManager} from 'typeorm';
import type {Interval} from '../domain/bucket';
import type {GaugeRow} from '../domain/gauge';
import {levelBucket} from '../domain/gaugeBucket';
import {derive, known, METHODOLOGY, missing, orMissing} from '../domain/methodology';
import type {SeriesAnswer, SeriesPoint} from './answers/series';
import {pointOf, toAsOf, type Held} from './asOf';
import {blocksAt, instant, type HeldBlock} from './heldBlocks';
import {reasonsOf, valuesOf} from './measured';
import type {BucketPoint} from './range';
import type {SeriesLine} from './seriesLines';
import {versionsAt, type Version} from './versions';

/** The buckets of a series: two statements, however many there are. */
export async function seriesAnswer(
  em: EntityManager,
  held: Held,
  line: SeriesLine,
  buckets: readonly BucketPoint[],
  interval: Interval,
): Promise<SeriesAnswer> {
  const ends = await versionsOf(em, line, [
    await blockBefore(em, held, buckets[0]),
    ...buckets.map(({point}) => point),
  ]);
  const points = buckets.map((bucket, i): SeriesPoint => {
    const [before, after] = [ends[i], ends[i + 1]];
    const seenUntil = Math.min(bucket.end, held.head.at);
    const fields =
      line.field === null
        ? levelFields(before?.row, after?.row, interval, bucket, seenUntil)
        : flowFields(sumOf(before, line.field), sumOf(after, line.field), (after?.at ?? -Infinity) < bucket.start);
    const {isCarried, ...measured} = fields;
    const isPartial = held.head.at < bucket.end - 1;
    const [start, end] = [instant(bucket.start), instant(bucket.end)];
    return {...valuesOf(measured), start, end, isCarried, isPartial, reasons: reasonsOf(measured)};
  });
  const {name, unit, assetId} = line;
  return {
    ...{name, unit, assetId, points},
    reasons: reasonsOf({assetId: orMissing(assetId, 'NOT_APPLICABLE')}),
    asOf: toAsOf(pointOf(held, held.head)),
    methodologyVersion: METHODOLOGY.series,
  };
}

/** The last block before the first bucket; undefined where nothing is held that early. */
async function blockBefore(
  em: EntityManager,
  {chain}: Held,
  first: BucketPoint | undefined,
): Promise<HeldBlock | undefined> {
  if (first === undefined) return undefined;
  const [found] = await blocksAt(em, [chain.chainId], [first.start - 1]);
  return found?.get(chain.chainId);
}

async function versionsOf(
  em: EntityManager,
  {row}: SeriesLine,
  blocks: readonly (HeldBlock | undefined)[],
): Promise<(Version<GaugeRow> | undefined)[]> {
  const snapshots = blocks.map((block) => new Map(block === undefined ? [] : [[block.chainId, block]]));
  const versions = await versionsAt(em, [row], snapshots);
  return versions.map((at) => at.get<GaugeRow>(row));
}

function levelFields(
  before: GaugeRow | undefined,
  after: GaugeRow | undefined,
  interval: Interval,
  bucket: BucketPoint,
  seenUntil: number,
) {
  const {open, high, low, close, mean, changeCount, isCarried} = levelBucket(
    before,
    after,
    interval,
    bucket,
    seenUntil,
  );
  const change = derive(open, (from) => (close.value ?? from) - from);
  return {
    open,
    high,
    low,
    close,
    mean,
    change: close.reason === null ? change : close,
    count: known(changeCount),
    isCarried,
  };
}

/** A lifetime sum only rises: its bounds are its ends, and its mean says nothing. */
function flowFields(before: bigint, after: bigint, isCarried: boolean) {
  const none = missing('NOT_APPLICABLE');
  const ends = {open: known(before), close: known(after), change: known(after - before)};
  return {...ends, high: none, low: none, mean: none, count: none, isCarried};
}

/** A row that does not exist yet has summed up exactly nothing. */
const sumOf = (version: Version<object> | undefined, field: string): bigint =>
  (version?.row as Record<string, bigint> | undefined)?.[field] ?? 0n;
