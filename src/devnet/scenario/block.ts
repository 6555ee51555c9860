import type {Report} from '../../domain/report';
import type {Tx} from '../mining';
import type {ContractName, Protocol} from '../protocol';
import {Random} from '../random';
import type {Rpc} from '../rpc';
import type {Moment} from './calendar';
import type {Ledger, TokenName} from './ledger';

const UNLIMITED = 2n ** 256n - 1n;

/** AID or shares from whole units. */
export const WAD = 10n ** 18n;

/** What every block of a scenario is planned from. */
export interface Scenario {
  readonly rpc: Rpc;
  readonly protocol: Protocol;
  readonly ledger: Ledger;
  readonly seed: number;
}

/**
 * A block in the making: the transactions planned so far, and balances as they will be after them. What an account gets in
 * the same block counts only where the plan says so (`credit`).
 */
export class Block {
  readonly txs: Tx[] = [];
  /** What is published off chain at the time of this block. */
  readonly reports: Report[] = [];
  private readonly moved = new Map<string, bigint>();
  private readonly approvedHere = new Set<string>();

  constructor(
    readonly scenario: Scenario,
    readonly moment: Moment,
    /** AID can be neither minted nor burned in this block. */
    readonly isAidPaused: boolean,
    /** No transaction of this block but the mark itself may touch the vault. */
    readonly isVaultQuiet: boolean,
  ) {}

  get ledger(): Ledger {
    return this.scenario.ledger;
  }

  get protocol(): Protocol {
    return this.scenario.protocol;
  }

  /** A stream of chance of this block's own for one purpose. */
  random(purpose: string): Random {
    return new Random(this.scenario.seed, purpose, this.moment.height);
  }

  /** A stream of chance that all blocks of a day, or month, or deal share. */
  sharedRandom(purpose: string, key: string | number): Random {
    return new Random(this.scenario.seed, purpose, key);
  }

  /** Whether this block stands for an hour (0 to 23) of the day. */
  isAt(hour: number): boolean {
    return hour >= this.moment.fromHour && hour < this.moment.toHour;
  }

  /** Whether this block stands for an hour of a day since the launch. */
  isOn(day: number, hour: number): boolean {
    return this.moment.day === day && this.isAt(hour);
  }

  /** Plans a call. */
  call(from: string, contract: ContractName, method: string, ...args: readonly unknown[]): void {
    this.txs.push(this.protocol.call(from, contract, method, ...args));
  }

  /** What an account can still spend of a token, in its smallest unit. */
  free(token: TokenName, account: string): bigint {
    return this.ledger.balance(token, account) + (this.moved.get(`${token} ${account}`) ?? 0n);
  }

  /** Counts an amount that planned transactions give to an account. */
  credit(token: TokenName, account: string, amount: bigint): void {
    const key = `${token} ${account}`;
    this.moved.set(key, (this.moved.get(key) ?? 0n) + amount);
  }

  /** Counts an amount that planned transactions take from an account. */
  debit(token: TokenName, account: string, amount: bigint): void {
    this.credit(token, account, -amount);
  }

  /** Plans an unlimited approval, unless the account has given it before. */
  approve(token: TokenName, owner: string, spender: string): void {
    const key = `${token} ${owner} ${spender}`;
    if (this.approvedHere.has(key) || this.ledger.isApproved(token, owner, spender)) return;
    this.approvedHere.add(key);
    this.call(owner, token, 'approve', spender, UNLIMITED);
  }

  /** Plans an ordinary transfer. */
  transfer(token: TokenName, from: string, to: string, amount: bigint): void {
    this.call(from, token, 'transfer', to, amount);
    this.debit(token, from, amount);
    this.credit(token, to, amount);
  }
}
