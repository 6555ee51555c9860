import {byName, concentration, concentrationBounds} from '../domain/concentration';
import {derive, missing, orMissing, type Measured} from '../domain/methodology';
import type {Position} from '../domain/portfolio';
import {formatRate, ratio, type Rate} from '../domain/rates';
import type {NamedSharePart, PortfolioConcentrationPart} from './answers/portfolioConcentration';
import {reasonsOf, valuesOf} from './measured';

/** What is outstanding by who owes it and by region, each with what losing a name whole would cost the vault. */
export function concentrationParts(
  positions: readonly Position[],
  totalAssets: Measured<bigint>,
): PortfolioConcentrationPart[] {
  return [
    part('OBLIGOR', positions, ({credit}) => credit.obligor, totalAssets),
    part('REGION', positions, ({credit}) => credit.parties?.region ?? null, totalAssets),
  ];
}

function part(
  dimension: 'OBLIGOR' | 'REGION',
  positions: readonly Position[],
  nameOf: (position: Position) => string | null,
  totalAssets: Measured<bigint>,
): PortfolioConcentrationPart {
  const running = positions.filter(({evidence}) => evidence.asset.outstanding > 0n);
  const outstanding = running.reduce((sum, {evidence}) => sum + evidence.asset.outstanding, 0n);
  const named = running.flatMap((position) => {
    const name = nameOf(position);
    return name === null ? [] : [{name, amount: position.evidence.asset.outstanding}];
  });
  const sums = [
    ...byName(
      named,
      ({name}) => name,
      ({amount}) => amount,
    ),
  ].sort(([a, one], [b, other]) => (one === other ? (a < b ? -1 : 1) : one > other ? -1 : 1));
  const isComplete = named.length === running.length;
  const shares = outstanding === 0n ? [] : sums.map(([, amount]) => ratio(amount, outstanding));
  const exact = isComplete ? concentration(shares) : missing('PARTIAL');
  const bounds = outstanding === 0n ? missing('NOT_APPLICABLE') : orMissing(concentrationBounds(shares), 'PARTIAL');
  const unknown = derive(bounds, () =>
    ratio(
      sums.reduce((left, [, amount]) => left - amount, outstanding),
      outstanding,
    ),
  );
  const text = (rate: Measured<Rate>): Measured<string> => derive(rate, formatRate);
  const fields = {
    hhi: text(derive(exact, ({hhi}) => hhi)),
    effectiveNames: text(derive(exact, ({effectiveNames}) => effectiveNames)),
    top1: text(derive(exact, ({top1}) => top1)),
    top3: text(derive(exact, ({top3}) => top3)),
    unknownShare: text(unknown),
    hhiLower: text(derive(bounds, ({lower}) => lower)),
    hhiUpper: text(derive(bounds, ({upper}) => upper)),
  };
  const names = sums.map(([name, amount], i) => namePart({name, amount, share: shares[i]}, totalAssets));
  return {dimension, ...valuesOf(fields), names, reasons: reasonsOf(fields)};
}

function namePart(
  {name, amount, share}: {name: string; amount: bigint; share: Rate | undefined},
  totalAssets: Measured<bigint>,
): NamedSharePart {
  const whole = totalAssets.value === 0n ? missing('NOT_APPLICABLE') : totalAssets;
  const fields = {navImpact: derive(whole, (assets) => formatRate(ratio(amount, assets)))};
  return {name, amount, share: formatRate(share ?? ratio(0n, 1n)), ...valuesOf(fields), reasons: reasonsOf(fields)};
}
