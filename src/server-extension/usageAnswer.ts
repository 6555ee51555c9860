import type {EntityManager} from 'typeorm';
import {byClass, DEFI_CLASSES, type AccountClass} from '../domain/accountClass';
import {derive, flat, known, METHODOLOGY, missing, type Measured} from '../domain/methodology';
import {DAY_SECONDS, formatRate} from '../domain/rates';
import {ACTIVE_WINDOWS, effectiveHolders, holderHhi, shareOf} from '../domain/usage';
import {activeAccounts} from './activeAccounts';
import type {UsageAnswer} from './answers/usage';
import type {ClassHoldingPart} from './answers/usageParts';
import {toAsOf, type Held} from './asOf';
import type {Answered} from './backingAnswer';
import {contractsOf} from './chains';
import {topTenAt} from './holdings';
import {reasonsOf, valuesOf} from './measured';
import {once} from './once';
import type {TokenStates} from './tokenStates';
import {defiBehindSaid, namedHoldings, type NamedHoldings} from './usageHoldings';
import type {UsageToken} from './usageToken';

/** The usage without what was paid, whose periods differ between an answer and a point of a history. */
export type HeldUsage = Omit<UsageAnswer, 'payments30d' | 'paymentsToDate'>;

const WINDOWS = Object.values(ACTIVE_WINDOWS).map((days) => days * DAY_SECONDS);

/**
 * The usage as of each block given, in ascending order; the number of queries does not grow with their number. Active
 * accounts, the largest holders and single accounts are read when a reader asks for them, once for all blocks.
 */
export async function usageAnswers(
  em: EntityManager,
  held: Held,
  token: UsageToken,
  states: TokenStates,
): Promise<Answered<HeldUsage>[]> {
  const {points} = states;
  const heights = points.map(({height}) => height);
  const holdings = await namedHoldings(em, held, token, heights);
  const behind = await defiBehindSaid(em, held, token, points);
  const topTen = once(() => topTenAt(em, token.id, heights));
  const since = states.monthStart(0)?.height ?? -1;
  const active = once(() => activeAccounts(em, token.id, points, WINDOWS, since));
  return points.map((_point, index) => {
    const named = holdings[index];
    if (named === undefined) throw new RangeError('A block without its holdings.');
    const answer = answerOf(held, token, states, index, {
      named,
      behind: behind[index] ?? missing('NO_OBSERVATION'),
      topTen: async () => (await topTen())[index] ?? 0n,
      active: async (window) => (await active())[window]?.[index] ?? 0,
    });
    return {answer, lastChangeAt: states.at(index).row?.updatedAt ?? -Infinity};
  });
}

interface Evidence {
  readonly named: NamedHoldings;
  readonly behind: Measured<bigint>;
  readonly topTen: () => Promise<bigint>;
  readonly active: (window: number) => Promise<number>;
}

function answerOf(
  held: Held,
  token: UsageToken,
  states: TokenStates,
  index: number,
  {named, behind, topTen, active}: Evidence,
): HeldUsage {
  const point = states.points[index];
  if (point === undefined) throw new RangeError('A state without its block.');
  const {row} = states.at(index);
  const supply = row?.totalSupply ?? 0n;
  const classes = byClass(supply, named.classes);
  const amountOf = (kinds: readonly AccountClass[]): bigint =>
    kinds.reduce((sum, kind) => sum + (classes.get(kind) ?? 0n), 0n);
  const share = (amount: bigint): Measured<string> => derive(shareOf(amount, supply), formatRate);
  const [defi, paid, idle] = [amountOf(DEFI_CLASSES), amountOf(['AI_SERVICE']), amountOf(['WALLET'])];
  const hasVault = token.name === 'AID' && contractsOf(held.chain, 'said').length > 0;
  const staked = hasVault ? known(named.inVault) : missing('NOT_APPLICABLE');
  const monthly = states.monthly(index);
  const hhi = holderHhi(row);
  const fields = {
    staked,
    stakedShare: flat(derive(staked, share)),
    defiShare: share(defi),
    defiBehindSaid: behind,
    paidShare: share(paid),
    idleShare: share(idle),
    volume30d: derive(monthly, ({volume}) => volume),
    meanSupply30d: flat(derive(monthly, ({meanSupply}) => meanSupply)),
    velocity: derive(flat(derive(monthly, ({velocity}) => velocity)), formatRate),
    hhi: derive(hhi, formatRate),
    effectiveHolders: derive(derive(hhi, effectiveHolders), formatRate),
  };
  /** Known to be there, and read only when asked for. */
  const late = {
    top10Share: supply === 0n ? missing('NOT_APPLICABLE') : known(async () => share(await topTen()).value),
    ...activeFields(held.first.at, point.at, active),
  };
  return {
    token: token.name,
    address: token.address,
    supply,
    holdings: [...classes].map(([kind, amount]) => classPart(kind, amount, share(amount), named)),
    defi,
    paid,
    idle,
    holderCount: row?.holderCount ?? 0,
    ...valuesOf(fields),
    get top10Share() {
      return late.top10Share.value?.() ?? null;
    },
    get activeAccounts1d() {
      return late.activeAccounts1d.value?.() ?? null;
    },
    get activeAccounts7d() {
      return late.activeAccounts7d.value?.() ?? null;
    },
    get activeAccounts30d() {
      return late.activeAccounts30d.value?.() ?? null;
    },
    reasons: reasonsOf({...fields, ...late}),
    asOf: toAsOf(point),
    methodologyVersion: METHODOLOGY.usage,
  };
}

type Active = Record<keyof typeof ACTIVE_WINDOWS, Measured<() => Promise<number>>>;

/** A window that begins before the first block held has no count. */
const activeFields = (firstAt: number, at: number, active: Evidence['active']): Active =>
  Object.fromEntries(
    Object.keys(ACTIVE_WINDOWS).map((field, window) => {
      const isHeld = firstAt <= at - (WINDOWS[window] ?? 0);
      return [field, isHeld ? known(() => active(window)) : missing('INSUFFICIENT_HISTORY')];
    }),
  ) as Active;

function classPart(
  kind: AccountClass,
  amount: bigint,
  share: Measured<string>,
  named: NamedHoldings,
): ClassHoldingPart {
  return {
    class: kind,
    amount,
    share: share.value,
    get accounts() {
      return kind === 'WALLET' ? [] : named.accountsOf(kind);
    },
    reasons: reasonsOf({share}),
  };
}
