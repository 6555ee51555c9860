import type {EntityManager} from 'typeorm';
import {concentration, concentrationBounds} from '../domain/concentration';
import {derive, known, METHODOLOGY, missing, orMissing, type Measured} from '../domain/methodology';
import {formatRate, ratio, Rate} from '../domain/rates';
import type {ConcentrationAnswer, ConcentrationName, ConcentrationPart} from './answers/concentration';
import {toAsOf, type AsOfPoint, type Held} from './asOf';
import {backingsAt} from './backingAt';
import {vaultCashAt} from './claims';
import {judgeComponent, type JudgedComponent} from './componentParts';
import {LEDGERS, spreadAt, type Spread} from './holders';
import {reasonsOf, valuesOf} from './measured';
import {statementsAt} from './statements';

/** Concentration as of a block (metrics.md 3.7, A11, A20). */
export async function concentrationAnswer(
  em: EntityManager,
  held: Held,
  point: AsOfPoint,
): Promise<ConcentrationAnswer> {
  const [at] = await backingsAt(em, held, [point]);
  if (at === undefined) throw new RangeError('A block without its backing.');
  const {snapshot, judged} = at;
  const [statements] = await statementsAt(em, [snapshot], [point.at]);
  const components = judged.components.map((component) => judgeComponent(component, point.at, statements?.usable));
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
      reservePart(
        'COMPONENT',
        components.map(({id: name, share}) => ({name, share})),
      ),
      reservePart(
        'ASSET_CLASS',
        components.map(({kind: name, share}) => ({name, share})),
      ),
      reservePart('CUSTODIAN', components.flatMap(byCustodian)),
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

/** A part of the reserves under a name; null where nobody names one. */
interface NamedShare {
  readonly name: string | null;
  readonly share: Measured<Rate>;
}

/** T-bills lie with the custodians of a statement in the parts it says. */
const byCustodian = (component: JudgedComponent): NamedShare[] => {
  const {stated, custodian: name, share} = component;
  if (stated === null || stated.valueUsd === 0n) return [{name, share}];
  return stated.slices.map(({custodian, valueUsd}) => ({
    name: custodian,
    share: derive(share, (part) => part.times(ratio(valueUsd, stated.valueUsd))),
  }));
};

/** Reserves by name; what has none is the unknown part, and a part below nothing has no share. */
function reservePart(by: ConcentrationName, parts: readonly NamedShare[]): ConcentrationPart {
  const gap = parts.find(({share}) => share.reason !== null)?.share;
  const sums = new Map<string, Rate>();
  for (const {name, share} of parts) {
    if (name !== null && share.value?.isZero() === false) {
      sums.set(name, (sums.get(name) ?? new Rate(0)).plus(share.value));
    }
  }
  const named = [...sums.values()];
  const shares: Measured<Rate[]> =
    gap?.reason != null
      ? missing(gap.reason)
      : named.some((share) => share.isNegative())
        ? missing('NOT_APPLICABLE')
        : known(named);
  const isWhole = parts.every(({name}) => name !== null);
  const bounds = derive(shares, concentrationBounds);
  const exact = shares.reason !== null ? shares : concentration(shares.value);
  const whole = shares.reason === null && !isWhole ? missing('PARTIAL') : exact;
  return partOf(by, named.length, {
    hhi: derive(whole, ({hhi}) => hhi),
    hhiLower: derive(bounds, ({lower}) => lower),
    hhiUpper: derive(bounds, ({upper}) => upper),
    effectiveNames: derive(whole, ({effectiveNames}) => effectiveNames),
    top1: derive(exact, ({top1}) => top1),
    top3: derive(exact, ({top3}) => top3),
    top10: derive(shares, (list) => sumOfLargest(list, 10)),
    unknownShare: isWhole ? derive(shares, () => new Rate(0)) : derive(bounds, ({unknownShare}) => unknownShare),
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
