import {ZERO_ADDRESS} from '../../domain/ids';
import type {TransferCause} from '../../domain/transferClaims';
import {movement, type Speaker} from '../given';
import type {Chain} from './chain';

/** One token of the model: who holds how much, kept apart from the code under test. */
export class Ledger {
  readonly balances = new Map<string, bigint>();
  minted = 0n;
  burned = 0n;
  transfers = 0;
  /** How much moved for what, as those know who move it */
  readonly movedFor = new Map<TransferCause, bigint>();

  constructor(
    private readonly chain: Chain,
    readonly by: Speaker,
    readonly tokenId: bigint | null = null,
  ) {}

  get supply(): bigint {
    return this.minted - this.burned;
  }

  of(account: string): bigint {
    return this.balances.get(account) ?? 0n;
  }

  get holders(): string[] {
    return [...this.balances].filter(([, balance]) => balance > 0n).map(([account]) => account);
  }

  mint(to: string, amount: bigint, cause?: TransferCause): void {
    this.move(ZERO_ADDRESS, to, amount, cause);
  }

  burn(from: string, amount: bigint, cause?: TransferCause): void {
    this.move(from, ZERO_ADDRESS, amount, cause);
  }

  /** Moves and says so in a log of its own. */
  move(from: string, to: string, amount: bigint, cause: TransferCause = 'OTHER'): void {
    this.movedFor.set(cause, (this.movedFor.get(cause) ?? 0n) + amount);
    this.chain.emit(this.by, this.moved(from, to, amount));
  }

  /** Moves and answers the event, for a log that says several things. */
  moved(from: string, to: string, amount: bigint) {
    if (from === ZERO_ADDRESS) this.minted += amount;
    else this.balances.set(from, this.of(from) - amount);
    if (to === ZERO_ADDRESS) this.burned += amount;
    else this.balances.set(to, this.of(to) + amount);
    this.transfers += 1;
    return {type: 'TokenTransferred', ...movement(from, to, amount, this.tokenId)} as const;
  }
}
