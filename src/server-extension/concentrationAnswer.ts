import type {EntityManager} from 'typeorm';
import {byName, concentration, concentrationBounds, sharesOf} from '../domain/concentration';
import {derive, known, METHODOLOGY, missing, orMissing, type Measured} from '../domain/methodology';
import {formatRate, ratio, Rate} from '../domain/rates';
import type {ConcentrationAnswer, ConcentrationName, ConcentrationPart} from './answers/concentration';
import {toAsOf, type AsOfPoint, type Held} from './asOf';
import {backingsAt} from './backingAt';
import {vaultCashAt} from './claims';
import {judgeComponent, type JudgedComponent} from './componentParts';
import {LEDGERS, spreadAt, type Spread} from './holders';
import {reasonsOf, valuesOf} from './measured';

/** Concentration as of a block (metrics.md 3.7, A11, A20). */
export async function concentrationAnswer(
  em: EntityManager,
  held: Held,
  point: AsOfPoint,
): Promise<ConcentrationAnswer> {
  const [at] = await backingsAt(em, held, [point]);
  if (at === undefined) throw new RangeError('A block without its backing.');
  const {snapshot, judged} = at;
  const components = judged.components.map((component) => judgeComponent(component, point.at));
  const spread = (name: keyof typeof LEDGERS) => spreadAt(em, held.chains, snapshot, LEDGERS[name]);
  const [aid, said, queue] = [await spread('AID_HOLDER'), await spread('SAID_HOLDER'), await spread('QUEUE')];
  const [cash = []] = await vaultCashAt(em, held.chains, [snapshot]);
  const [largest] = queue.largest;
  const liquid: Measured<bigint> =
    cash.length === 0 ? missing('NOT_APPLICABLE') : known(cash.reduce((sum, vault) => sum + vault.held, 0n));
  const fields = {
    largestPending: orMissing(largest, 'NOT_APPLICABLE'),
    nextWindowLiquidity: liquid,
    largestPendingToLiquidity: derive(overLiquid(largest, liquid), formatRate),
  };
  return {
    parts: [
      reservePart('COMPONENT', components, judged.reservesUsd, ({id}) => id),
      reservePart('ASSET_CLASS', components, judged.reservesUsd, ({kind}) => kind),
      reservePart('CUSTODIAN', components, judged.reservesUsd, ({custodian}) => custodian),
      spreadPart('AID_HOLDER', aid),
      spreadPart('SAID_HOLDER', said),
      spreadPart('QUEUE', queue),
    ],
    ...valuesOf(fields),
    reasons: reasonsOf(fields),
    asOf: toAsOf(point),
    methodologyVersion: METHODOLOGY.concentration,
  };
}

function overLiquid(largest: bigint | undefined, liquid: Measured<bigint>): Measured<Rate> {
  if (largest === undefined || liquid.reason !== null)
    return liquid.reason === null ? missing('NOT_APPLICABLE') : liquid;
  return liquid.value === 0n ? missing('NOT_APPLICABLE') : known(ratio(largest, liquid.value));
}

/** Reserves by a name; what has none is the unknown part. */
function reservePart(
  by: ConcentrationName,
  components: readonly JudgedComponent[],
  reserves: Measured<bigint>,
  nameOf: (component: JudgedComponent) => string | null,
): ConcentrationPart {
  const amounts = byName(
    components.filter(({valueUsd}) => valueUsd !== 0n),
    (component) => nameOf(component) ?? '',
    ({valueUsd}) => valueUsd ?? 0n,
  );
  const names = [...amounts.keys()];
  const all = reserves.reason !== null ? reserves : sharesOf([...amounts.values()]);
  const shares = derive(all, (list) => list.filter((_share, i) => names[i] !== ''));
  const bounds = derive(shares, concentrationBounds);
  const whole = bounds.reason === null && !bounds.value.unknownShare.isZero() ? missing('PARTIAL') : bounds;
  const exact = shares.reason !== null ? shares : concentration(shares.value);
  return partOf(by, names.filter((name) => name !== '').length, {
    hhi: whole.reason !== null ? whole : derive(exact, ({hhi}) => hhi),
    hhiLower: derive(bounds, ({lower}) => lower),
    hhiUpper: derive(bounds, ({upper}) => upper),
    effectiveNames: whole.reason !== null ? whole : derive(exact, ({effectiveNames}) => effectiveNames),
    top1: derive(exact, ({top1}) => top1),
    top3: derive(exact, ({top3}) => top3),
    top10: derive(shares, (list) => sumOfLargest(list, 10)),
    unknownShare: derive(bounds, ({unknownShare}) => unknownShare),
  });
}

/** Amounts by account: every account is known. */
function spreadPart(by: ConcentrationName, {names, total, hhi, largest}: Spread): ConcentrationPart {
  const shares = total === 0n ? missing('NOT_APPLICABLE') : known(largest.map((amount) => ratio(amount, total)));
  const exact = orMissing(hhi, 'NOT_APPLICABLE');
  return partOf(by, names, {
    ...{hhi: exact, hhiLower: exact, hhiUpper: exact},
    effectiveNames: derive(exact, (value) => value.pow(-1)),
    top1: derive(shares, (list) => sumOfLargest(list, 1)),
    top3: derive(shares, (list) => sumOfLargest(list, 3)),
    top10: derive(shares, (list) => sumOfLargest(list, 10)),
    unknownShare: known(new Rate(0)),
  });
}

type Figures = Record<Exclude<keyof ConcentrationPart, 'by' | 'names' | 'reasons'>, Measured<Rate>>;

function partOf(by: ConcentrationName, names: number, figures: Figures): ConcentrationPart {
  const fields = {
    hhi: derive(figures.hhi, formatRate),
    hhiLower: derive(figures.hhiLower, formatRate),
    hhiUpper: derive(figures.hhiUpper, formatRate),
    effectiveNames: derive(figures.effectiveNames, formatRate),
    top1: derive(figures.top1, formatRate),
    top3: derive(figures.top3, formatRate),
    top10: derive(figures.top10, formatRate),
    unknownShare: derive(figures.unknownShare, formatRate),
  };
  return {by, names, ...valuesOf(fields), reasons: reasonsOf(fields)};
}

const sumOfLargest = (shares: readonly Rate[], count: number): Rate =>
  [...shares]
    .sort((a, b) => b.comparedTo(a))
    .slice(0, count)
    .reduce((sum, share) => sum.plus(share), new Rate(0));
