import {byClass, DEFI_CLASSES, type AccountClass} from '../domain/accountClass';
import {derive, flat, known, missing, type Measured} from '../domain/methodology';
import {DAY_SECONDS, formatRate} from '../domain/rates';
import type {TokenRow} from '../domain/token';
import {ACTIVE_WINDOWS, effectiveHolders, holderHhi, shareOf, type Turnover} from '../domain/usage';
import type {AsOfPoint, Held} from './asOf';
import {contractsOf} from './chains';
import type {TokenStates} from './tokenStates';
import type {NamedHoldings} from './usageHoldings';
import type {UsageToken} from './usageToken';

/** Lengths of the windows in which accounts are counted, in seconds. */
export const WINDOWS = Object.values(ACTIVE_WINDOWS).map((days) => days * DAY_SECONDS);

/** What was read for an answer, and what is read only when a reader asks for it. */
export interface UsageEvidence {
  readonly named: NamedHoldings;
  readonly behind: Measured<bigint>;
  readonly topTen: () => Promise<bigint>;
  readonly active: (window: number) => Promise<number>;
}

/** What an answer about the use of a token is made of. */
export class UsageMaterial {
  readonly row: TokenRow | undefined;
  readonly supply: bigint;
  readonly classes: ReadonlyMap<AccountClass, bigint>;
  readonly monthly: Measured<Turnover>;

  constructor(
    readonly held: Held,
    readonly token: UsageToken,
    readonly point: AsOfPoint,
    states: TokenStates,
    index: number,
    readonly evidence: UsageEvidence,
  ) {
    this.row = states.at(index).row;
    this.supply = this.row?.totalSupply ?? 0n;
    this.classes = byClass(this.supply, evidence.named.classes);
    this.monthly = states.monthly(index);
  }

  amountOf(kinds: readonly AccountClass[]): bigint {
    return kinds.reduce((sum, kind) => sum + (this.classes.get(kind) ?? 0n), 0n);
  }

  share(amount: bigint): Measured<string> {
    return derive(shareOf(amount, this.supply), formatRate);
  }

  staked(): Measured<bigint> {
    const hasVault = this.token.name === 'AID' && contractsOf(this.held.chain, 'said').length > 0;
    return hasVault ? known(this.evidence.named.inVault) : missing('NOT_APPLICABLE');
  }

  /** Known to be there, and read only when asked for. */
  late() {
    const {evidence, held, point} = this;
    const topTen = async () => this.share(await evidence.topTen()).value;
    return {
      top10Share: this.supply === 0n ? missing('NOT_APPLICABLE') : known(topTen),
      ...activeFields(held.first.at, point.at, evidence.active),
    };
  }
}

/** The fields that may be missing, each from what was read. */
export const USAGE_FIELDS = {
  staked: (usage: UsageMaterial) => usage.staked(),
  stakedShare: (usage: UsageMaterial) => flat(derive(usage.staked(), (amount) => usage.share(amount))),
  defiShare: (usage: UsageMaterial) => usage.share(usage.amountOf(DEFI_CLASSES)),
  defiBehindSaid: ({evidence}: UsageMaterial) => evidence.behind,
  paidShare: (usage: UsageMaterial) => usage.share(usage.amountOf(['AI_SERVICE'])),
  idleShare: (usage: UsageMaterial) => usage.share(usage.amountOf(['WALLET'])),
  volume30d: ({monthly}: UsageMaterial) => derive(monthly, ({volume}) => volume),
  meanSupply30d: ({monthly}: UsageMaterial) => flat(derive(monthly, ({meanSupply}) => meanSupply)),
  velocity: ({monthly}: UsageMaterial) => derive(flat(derive(monthly, ({velocity}) => velocity)), formatRate),
  hhi: ({row}: UsageMaterial) => derive(holderHhi(row), formatRate),
  effectiveHolders: ({row}: UsageMaterial) => derive(derive(holderHhi(row), effectiveHolders), formatRate),
};

type Active = Record<keyof typeof ACTIVE_WINDOWS, Measured<() => Promise<number>>>;

/** A window that begins before the first block held has no count. */
const activeFields = (firstAt: number, at: number, active: UsageEvidence['active']): Active =>
  Object.fromEntries(
    Object.keys(ACTIVE_WINDOWS).map((field, window) => {
      const isHeld = firstAt <= at - (WINDOWS[window] ?? 0);
      return [field, isHeld ? known(() => active(window)) : missing('INSUFFICIENT_HISTORY')];
    }),
  ) as Active;
