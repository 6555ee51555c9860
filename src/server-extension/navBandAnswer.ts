import type {EntityManager} from 'typeorm';
import {contractRowId} from '../domain/ids';
import {derive, METHODOLOGY, orMissing} from '../domain/methodology';
import {isSuspect, navBand} from '../domain/navBand';
import {formatRate, formatWad, ratio, type YearBasis} from '../domain/rates';
import type {NavBandAnswer, NavBandPart} from './answers/navBand';
import {toAsOf, type AsOfPoint, type Held} from './asOf';
import {BadInput} from './badInput';
import {contractsOf, inForce, type IndexedChain} from './chains';
import {instant, seconds} from './heldBlocks';
import {reasonsOf, valuesOf} from './measured';

interface Mark {
  readonly at: number;
  readonly height: number;
  /** WAD; null where the vault does not tell it */
  readonly navs: Readonly<Record<'STAKING' | 'UNSTAKING', bigint | null>>;
}

const MOST_MARKS = 1000;

/**
 * The newest steps between marks (metrics.md A16).
 * @param marks how many steps of each NAV
 * @throws BadInput for a chain without a vault, or a number of marks out of range
 */
export async function navBandAnswer(
  em: EntityManager,
  {chain}: Held,
  point: AsOfPoint,
  {marks, basis}: {readonly marks: number; readonly basis: YearBasis},
): Promise<NavBandAnswer> {
  if (marks < 1 || marks > MOST_MARKS) throw new BadInput(`marks is ${marks}, expected 1 to ${MOST_MARKS}.`);
  const vault = contractsOf(chain, 'said').at(-1);
  if (vault === undefined) throw new BadInput(`Chain ${chain.chainId} (${chain.network}) has no sAID vault.`);
  const loaded = await newestMarks(em, contractRowId(chain.chainId, vault.address), point.height, marks + 1);
  const steps = loaded.slice(0, marks).flatMap((mark, index) => {
    const before = loaded[index + 1];
    if (before === undefined) return [];
    return (['STAKING', 'UNSTAKING'] as const).flatMap((nav) => stepPart(chain, nav, before, mark, basis));
  });
  return {
    steps,
    suspectCount: steps.filter(({flag}) => flag === 'SUSPECT').length,
    asOf: toAsOf(point),
    methodologyVersion: METHODOLOGY.navBand,
  };
}

function stepPart(
  chain: IndexedChain,
  nav: 'STAKING' | 'UNSTAKING',
  before: Mark,
  mark: Mark,
  basis: YearBasis,
): NavBandPart[] {
  const [from, to] = [before.navs[nav], mark.navs[nav]];
  if (from === null || to === null || from <= 0n) return [];
  const terms = orMissing(inForce(chain.parameters.navBand, mark.height), 'NOT_APPLICABLE');
  const band = derive(terms, (set) => navBand(from, mark.at - before.at, set, basis));
  const fields = {
    lower: derive(band, ({lower}) => formatRate(lower)),
    upper: derive(band, ({upper}) => formatRate(upper)),
    flag: derive(band, (set) => (isSuspect(to, set) ? 'SUSPECT' : 'IN_BAND')),
  };
  return [
    {
      ...{nav, from: instant(before.at), to: instant(mark.at), height: mark.height},
      ...{before: formatWad(from), after: formatWad(to), step: formatRate(ratio(to - from, from))},
      ...valuesOf(fields),
      reasons: reasonsOf(fields),
    },
  ];
}

/** Marks known up to a block, newest first. */
async function newestMarks(em: EntityManager, vault: string, height: number, limit: number): Promise<Mark[]> {
  const rows = await em.query<{at: Date; height: number; staking: string; unstaking: string | null}[]>(
    `SELECT "at", effective_height AS height, staking_nav AS staking, unstaking_nav AS unstaking
     FROM nav_mark WHERE vault = $1 AND height <= $2
     ORDER BY "at" DESC, effective_height DESC, ordinal DESC LIMIT $3`,
    [vault, height, limit],
  );
  return rows.map(({at, height: changed, staking, unstaking}) => ({
    at: seconds(at),
    height: changed,
    navs: {STAKING: BigInt(staking), UNSTAKING: unstaking === null ? null : BigInt(unstaking)},
  }));
}
