import {derive, known, missing, orMissing, type Measured, type Reason} from '../domain/methodology';
import {formatRate, formatWad, type YearBasis} from '../domain/rates';
import type {StakingVaultRow} from '../domain/stakingVault';
import {breakevenDays, navGapBps, unrealizedLoss, type Navs} from '../domain/yieldGap';
import {nextMarkExpectedAt} from '../domain/yieldMarks';
import {instant} from './heldBlocks';
import {headlineOf, type MarksAt} from './markParts';

/** A vault that was read answers each view or reverts; one that was never read is not observed. */
export function missingNav(
  row: StakingVaultRow | undefined,
  field: 'stakingNav' | 'unstakingNav' | 'totalAssets',
): Reason | null {
  if (row !== undefined && row[field] !== null) return null;
  return row === undefined || row.navHeight === null ? 'NO_OBSERVATION' : 'REVERTED';
}

/** The fields that the vault's own state and its marks decide. */
export function vaultFields(row: StakingVaultRow | undefined, marks: MarksAt, basis: YearBasis) {
  const view = (field: 'stakingNav' | 'unstakingNav' | 'totalAssets'): Measured<bigint> =>
    orMissing(row?.[field], missingNav(row, field) ?? 'NO_OBSERVATION');
  const navs = both(view('stakingNav'), view('unstakingNav'));
  const gap = navs.reason === null ? navGapBps(navs.value) : navs;
  const days = navs.reason === null ? breakevenDays(navs.value, headlineOf(marks), basis) : navs;
  const loss = derive(navs, (pair) => unrealizedLoss(pair, row?.totalShares ?? 0n));
  return {
    stakingNav: derive(view('stakingNav'), formatWad),
    unstakingNav: derive(view('unstakingNav'), formatWad),
    navGapBps: derive(gap, formatRate),
    unrealizedLoss: row?.unrealizedLoss == null ? loss : known(row.unrealizedLoss),
    totalAssets: view('totalAssets'),
    breakevenDays: derive(days, formatRate),
    nextMarkExpectedAt: derive(orMissing(nextMarkExpectedAt(marks.merged, marks.cadence), 'NO_OBSERVATION'), instant),
    accrualRate: missing('NOT_APPLICABLE'),
  };
}

function both(staking: Measured<bigint>, unstaking: Measured<bigint>): Measured<Navs> {
  if (staking.reason !== null) return staking;
  return derive(unstaking, (value) => ({staking: staking.value, unstaking: value}));
}
