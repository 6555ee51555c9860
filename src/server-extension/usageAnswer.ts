import type {EntityManager} from 'typeorm';
import {DEFI_CLASSES, type AccountClass} from '../domain/accountClass';
import {METHODOLOGY, missing, type Measured} from '../domain/methodology';
import {activeAccounts} from './activeAccounts';
import type {UsageAnswer} from './answers/usage';
import type {ClassHoldingPart} from './answers/usageParts';
import {toAsOf, type Held} from './asOf';
import type {Answered} from './backingAnswer';
import {topTenAt} from './holdings';
import {lazyAnswer, reasonsIn, reasonsOf} from './measured';
import {once} from './once';
import type {TokenStates} from './tokenStates';
import {defiBehindSaid, namedHoldings, type NamedHoldings} from './usageHoldings';
import {USAGE_FIELDS, UsageMaterial, WINDOWS} from './usageMaterial';
import type {UsageToken} from './usageToken';

/** The usage without what was paid, whose periods differ between an answer and a point of a history. */
export type HeldUsage = Omit<UsageAnswer, 'payments30d' | 'paymentsToDate'>;

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
  return points.map((point, index) => {
    const named = holdings[index];
    if (named === undefined) throw new RangeError('A block without its holdings.');
    const answer = new LazyUsage(
      new UsageMaterial(held, token, point, states, index, {
        named,
        behind: behind[index] ?? missing('NO_OBSERVATION'),
        topTen: async () => (await topTen())[index] ?? 0n,
        active: async (window) => (await active())[window]?.[index] ?? 0,
      }),
    );
    return {answer, lastChangeAt: states.at(index).row?.updatedAt ?? -Infinity};
  });
}

class LazyUsage extends lazyAnswer<UsageMaterial>()(USAGE_FIELDS) implements HeldUsage {
  readonly methodologyVersion = METHODOLOGY.usage;
  readonly supply = this.material.supply;
  readonly holderCount = this.material.row?.holderCount ?? 0;

  get token() {
    return this.material.token.name;
  }
  get address() {
    return this.material.token.address;
  }
  get holdings() {
    const {classes, evidence} = this.material;
    return [...classes].map(([kind, amount]) => classPart(kind, amount, this.material.share(amount), evidence.named));
  }
  get defi() {
    return this.material.amountOf(DEFI_CLASSES);
  }
  get paid() {
    return this.material.amountOf(['AI_SERVICE']);
  }
  get idle() {
    return this.material.amountOf(['WALLET']);
  }
  get top10Share() {
    return this.material.late().top10Share.value?.() ?? null;
  }
  get activeAccounts1d() {
    return this.material.late().activeAccounts1d.value?.() ?? null;
  }
  get activeAccounts7d() {
    return this.material.late().activeAccounts7d.value?.() ?? null;
  }
  get activeAccounts30d() {
    return this.material.late().activeAccounts30d.value?.() ?? null;
  }
  get reasons() {
    return [...reasonsIn(USAGE_FIELDS, this.material), ...reasonsOf(this.material.late())];
  }
  get asOf() {
    return toAsOf(this.material.point);
  }
}

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
