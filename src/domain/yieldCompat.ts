import {compoundRate, simpleRate} from './growth';
import {derive, known, missing, type Measured} from './methodology';
import {DAY_SECONDS, ratio, YEAR_SECONDS, yearSeconds, type Rate} from './rates';
import {annualise, type Price} from './yield';
import type {Mark} from './yieldMarks';

/** A yield as somebody else computes it, on our staking NAV; a signed fraction. */
export interface CompatYield {
  readonly name: string;
  readonly formula: string;
  readonly rate: Measured<Rate>;
}

/** Prices of the evaluation blocks that lie a window before `end`; null where no price existed then. */
export interface CompatPrices {
  readonly end: Price;
  readonly before1d: Price | null;
  readonly before7d: Price | null;
  readonly before30d: Price | null;
}

/** The formulas of metrics.md 3.6, with the year, the compounding and the nominal days of each publisher. */
export function compatYields(
  {end, before1d, before7d, before30d}: CompatPrices,
  merged: readonly Mark[],
): CompatYield[] {
  return [
    {
      name: 'DEFILLAMA_GAIB',
      formula: '(P / P_30d)^(365.25/30) - 1',
      rate: annualise(before30d, end, (growth) => compoundRate(growth, YEAR_SECONDS['365.25'], 30 * DAY_SECONDS)),
    },
    {
      name: 'DEFILLAMA_ERC4626',
      formula: '(P / P_24h)^365 - 1',
      rate: annualise(before1d, end, (growth) => compoundRate(growth, 365, 1)),
    },
    {
      name: 'LIDO_APR',
      formula: 'Y (r1 - r0) / r0 / dt over the last two marks, r = totalAssets 1e27 / totalShares, Y = 365 days',
      rate: lidoApr(merged),
    },
    {
      name: 'SEC_7D',
      formula: '(P / P_7d - 1) 365/7',
      rate: annualise(before7d, end, (growth) => simpleRate(growth, 365, 7)),
    },
    {
      name: 'KONG',
      formula: '(P / P_30d)^(365.2425/days) - 1, days elapsed between the two blocks',
      rate: annualise(before30d, end, (growth) => compoundRate(growth, YEAR_SECONDS['365.2425'], growth.seconds)),
    },
    ...centrifugeYields({end, before7d, before30d}),
  ];
}

/**
 * The yields that Centrifuge's api-v3 publishes: simple over 7 and 30 nominal days, compounded over 30, each on a year of
 * 365 and of 360 days.
 */
function centrifugeYields({end, before7d, before30d}: Omit<CompatPrices, 'before1d'>): CompatYield[] {
  const simple = (before: Price | null, year: number, days: number): CompatYield => ({
    name: `CENTRIFUGE_${days}D_${year}`,
    formula: `(P / P_${days}d - 1) ${year}/${days}`,
    rate: annualise(before, end, (growth) => simpleRate(growth, year, days)),
  });
  const compounded = (year: number): CompatYield => ({
    name: `CENTRIFUGE_30D_COMPOUND_${year}`,
    formula: `(P / P_30d)^(${year}/30) - 1`,
    rate: annualise(before30d, end, (growth) => compoundRate(growth, year, 30)),
  });
  return [365, 360].flatMap((year) => [simple(before7d, year, 7), simple(before30d, year, 30), compounded(year)]);
}

function lidoApr(merged: readonly Mark[]): Measured<Rate> {
  const [previous, last] = merged.slice(-2);
  if (previous === undefined || last === undefined) return missing('INSUFFICIENT_HISTORY');
  const before = shareRate(previous);
  const after = shareRate(last);
  if (before.reason !== null || before.value === 0n) return missing('NOT_APPLICABLE');
  const base = before.value;
  return derive(after, (rate) =>
    ratio(rate - base, base)
      .times(yearSeconds('365'))
      .div(last.at - previous.at),
  );
}

/** Assets per share, 1e27, floored as Lido's contract does. */
const shareRate = ({totalAssets, totalShares}: Mark): Measured<bigint> =>
  totalShares === 0n ? missing('NOT_APPLICABLE') : known((totalAssets * 10n ** 27n) / totalShares);
