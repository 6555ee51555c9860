import type {AssetFinancialsRow} from './assetFinancials';
import type {Payment} from './assetSchedule';
import {derive, known, missing, orMissing, type Measured} from './methodology';
import {ratio, Rate} from './rates';

/** What a deal is underwritten to (domain.md 3.2): the ratio must stay above, or below, the limit. */
export const COVENANTS = [
  {name: 'DSCR', side: 'ABOVE', limit: '1.35'},
  {name: 'DEBT_TO_EQUITY', side: 'BELOW', limit: '0.65'},
  {name: 'CURRENT_RATIO', side: 'ABOVE', limit: '1.2'},
] as const;

export type CovenantName = (typeof COVENANTS)[number]['name'];

export interface Covenant {
  readonly name: CovenantName;
  readonly side: 'ABOVE' | 'BELOW';
  readonly limit: Rate;
  readonly value: Measured<Rate>;
  /** How far the ratio is from the limit, in its own unit: negative or 0 in a breach */
  readonly headroom: Measured<Rate>;
  readonly isBreached: Measured<boolean>;
}

/**
 * DSCR = cash available for debt service in the period / interest and principal scheduled in it (metrics.md 3.8). What
 * is due is taken from the report, else from the contractual schedule: payments of [start, end).
 * NO_OBSERVATION without a report or without either; NOT_APPLICABLE where nothing is due in the period.
 */
export function debtServiceCover(
  report: AssetFinancialsRow | null,
  schedule: readonly Payment[] | null,
): Measured<Rate> {
  if (report === null) return missing('NO_OBSERVATION');
  const due = report.debtService ?? dueIn(schedule, report);
  if (due === null) return missing('NO_OBSERVATION');
  return due === 0n ? missing('NOT_APPLICABLE') : known(ratio(report.cashAvailable, due));
}

function dueIn(schedule: readonly Payment[] | null, {periodStartAt, periodEndAt}: AssetFinancialsRow): bigint | null {
  if (schedule === null) return null;
  const within = schedule.filter(({dueAt}) => periodStartAt <= dueAt && dueAt < periodEndAt);
  return within.reduce((sum, {interest, principal}) => sum + interest + principal, 0n);
}

/** Every covenant as the newest accounts show it; missing where they do not say. */
export function covenants(report: AssetFinancialsRow | null, schedule: readonly Payment[] | null): Covenant[] {
  const said = (text: string | null | undefined): Measured<Rate> =>
    derive(orMissing(text, 'NO_OBSERVATION'), (value) => new Rate(value));
  const values: Readonly<Record<CovenantName, Measured<Rate>>> = {
    DSCR: debtServiceCover(report, schedule),
    DEBT_TO_EQUITY: said(report?.debtToEquity),
    CURRENT_RATIO: said(report?.currentRatio),
  };
  return COVENANTS.map(({name, side, limit}) => {
    const headroom = derive(values[name], (value) => (side === 'ABOVE' ? value.minus(limit) : value.neg().plus(limit)));
    return {
      ...{name, side, limit: new Rate(limit), value: values[name], headroom},
      isBreached: derive(headroom, (room) => room.lte(0)),
    };
  });
}
