import {power} from './power';
import {ratio, Rate} from './rates';

/** A price that became another: both in one unit and scale, the first above 0, and the seconds between. */
export interface Growth {
  readonly start: bigint;
  readonly end: bigint;
  readonly seconds: number;
}

const NOTHING = new Rate(0);

/** (end/start - 1) x year/over, a signed fraction; `year` and `over` in the same unit, whole numbers. */
export const simpleRate = ({start, end}: Growth, year: number, over: number): Rate =>
  end === start ? NOTHING : ratio((end - start) * BigInt(year), start * BigInt(over));

/** (end/start)^(year/over) - 1, a signed fraction; `year` and `over` in the same unit, whole numbers. */
export const compoundRate = ({start, end}: Growth, year: number, over: number): Rate =>
  end === start
    ? NOTHING
    : power({numerator: end, denominator: start}, {numerator: BigInt(year), denominator: BigInt(over)}).minus(1);
