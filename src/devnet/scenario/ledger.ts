import {encodeBytes32String, id, type EventFragment, type Interface, type Result} from 'ethers';
import type {RawLog} from '../mining';
import type {ContractName, Protocol} from '../protocol';
import {BRIDGE_EVENTS, BridgeBook} from './bridgeBook';
import {CYCLE_EVENTS, CycleBook} from './cycleBook';
import {DEAL_EVENTS, DealBook} from './dealBook';
import {TBILL} from './deals';
import {MonthEnds, type MonthEnd} from './monthEnds';
import {partOf, type Part} from './population';
import {Tbills} from './tbills';
import {QUEUE_EVENTS, UnstakeBook} from './unstakeBook';

/** The tokens whose balances the scenario follows. */
export type TokenName = 'aid' | 'said' | 'usdc' | 'usdt';

const TOKENS: readonly TokenName[] = ['aid', 'said', 'usdc', 'usdt'];
const TRANSFER = id('Transfer(address,address,uint256)');
const APPROVAL = id('Approval(address,address,uint256)');
const BUY = encodeBytes32String('TBILL_BUY');
const SELL = encodeBytes32String('TBILL_SELL');
/** AID wei per unit of a stablecoin. */
export const AID_PER_UNIT = 10n ** 12n;
/** Events of the deals, the queue, the bridge and the reserves. */
const FOLDED: ReadonlySet<string> = new Set([
  ...[...DEAL_EVENTS, ...QUEUE_EVENTS, ...CYCLE_EVENTS, ...BRIDGE_EVENTS],
  'ReserveMoved',
]);
const ZERO = '0x0000000000000000000000000000000000000000';

/** An account with a balance. */
export interface Holder {
  readonly account: string;
  readonly held: bigint;
  /** undefined for contracts and the protocol's own accounts */
  readonly part: Part | undefined;
}

/**
 * What the scenario knows of the chain, folded from the logs of the blocks it mined: balances, approvals, the queue, the
 * deals, the T-bills. Nothing else is remembered, so a chain that is taken up again continues from its logs alone.
 */
export class Ledger {
  readonly deals = new DealBook();
  readonly unstakes = new UnstakeBook();
  readonly cycles = new CycleBook();
  readonly bridge = new BridgeBook();
  readonly tbills = new Tbills();
  readonly monthEnds = new MonthEnds();
  /** Unix seconds up to which T-bill interest has been paid out; 0 before the first time. */
  interestPaidUntil = 0;
  private readonly balances = new Map<TokenName, Map<string, bigint>>(
    TOKENS.map((token) => [token, new Map<string, bigint>()]),
  );
  private readonly holdersNow = new Map<TokenName, readonly Holder[]>();
  private readonly approved = new Set<string>();
  private readonly supplied = new Map<string, bigint>();
  private readonly folded: ReadonlySet<string>;
  private readonly nameOf: ReadonlyMap<string, ContractName>;
  private readonly tokenOf: ReadonlyMap<string, TokenName>;

  constructor(private readonly protocol: Protocol) {
    const names = Object.keys(protocol.address) as ContractName[];
    this.nameOf = new Map(names.map((name) => [protocol.address[name], name]));
    this.folded = new Set(names.flatMap((name) => topicsOf(protocol.abi(name))));
    this.tokenOf = new Map(TOKENS.map((token) => [protocol.address[token], token]));
  }

  /** Balance of a lower-case address, in the token's smallest unit. */
  balance(token: TokenName, account: string): bigint {
    return this.balances.get(token)?.get(account) ?? 0n;
  }

  /** Total supply: the zero address holds minus what was minted. */
  supply(token: TokenName): bigint {
    return -this.balance(token, ZERO);
  }

  /** Those with a balance, in the order in which they first held some. */
  holders(token: TokenName): readonly Holder[] {
    const known = this.holdersNow.get(token);
    if (known !== undefined) return known;
    const balances = [...(this.balances.get(token) ?? [])];
    const holders = balances.flatMap(([account, held]) =>
      held > 0n && account !== ZERO ? [{account, held, part: partOf(account)}] : [],
    );
    this.holdersNow.set(token, holders);
    return holders;
  }

  /** What an account has in the lending market. */
  suppliedBy(token: TokenName, account: string): bigint {
    return this.supplied.get(`${token} ${account}`) ?? 0n;
  }

  isApproved(token: TokenName, owner: string, spender: string): boolean {
    return this.approved.has(`${token} ${owner} ${spender}`);
  }

  /** Folds the logs of a block, in their order. */
  apply(timestamp: number, logs: readonly RawLog[]): void {
    this.monthEnds.passTo(timestamp, () => this.reservesNow());
    this.holdersNow.clear();
    for (const log of logs) {
      const token = this.tokenOf.get(log.address);
      const [topic, first, second] = log.topics;
      if (token !== undefined && topic === TRANSFER) this.transfer(token, word(first), word(second), amountOf(log));
      else if (token !== undefined && topic === APPROVAL) this.approved.add(`${token} ${word(first)} ${word(second)}`);
      else if (topic !== undefined && this.folded.has(topic)) this.event(timestamp, log);
    }
  }

  private reservesNow(): MonthEnd {
    const {minter, redeemer} = this.protocol.address;
    const held = (token: TokenName): bigint => this.balance(token, minter) + this.balance(token, redeemer);
    return {usdc: held('usdc'), usdt: held('usdt'), liabilities: this.supply('aid') + this.bridge.outside()};
  }

  private transfer(token: TokenName, from: string, to: string, amount: bigint): void {
    const balances = this.balances.get(token);
    balances?.set(from, (balances.get(from) ?? 0n) - amount);
    balances?.set(to, (balances.get(to) ?? 0n) + amount);
    const market = this.protocol.address.lendingMarket;
    if (to === market) this.supplied.set(`${token} ${from}`, this.suppliedBy(token, from) + amount);
    if (from === market) this.supplied.set(`${token} ${to}`, this.suppliedBy(token, to) - amount);
  }

  private event(timestamp: number, log: RawLog): void {
    const contract = this.nameOf.get(log.address);
    const event = contract === undefined ? null : this.protocol.abi(contract).parseLog(log);
    if (event === null) return;
    this.deals.apply(timestamp, event);
    this.unstakes.apply(timestamp, event);
    this.cycles.apply(event);
    this.bridge.apply(event);
    if (event.name === 'ReserveMoved') this.reserveMoved(timestamp, event.args);
    if (event.name === 'RevenueReceived' && event.args.getValue('assetId') === TBILL)
      this.interestPaid(timestamp, event.args);
  }

  private reserveMoved(timestamp: number, args: Result): void {
    const amount = args.getValue('amount') as bigint;
    const purpose = args.getValue('purpose') as string;
    if (purpose === BUY) this.tbills.flow(timestamp, amount);
    if (purpose === SELL) this.tbills.flow(timestamp, -amount);
  }

  private interestPaid(timestamp: number, args: Result): void {
    this.tbills.flow(timestamp, -(args.getValue('amount') as bigint) / AID_PER_UNIT);
    this.interestPaidUntil = Number(args.getValue('periodEnd'));
  }
}

function topicsOf(abi: Interface): string[] {
  const events = abi.fragments.filter((fragment): fragment is EventFragment => fragment.type === 'event');
  return events.filter(({name}) => FOLDED.has(name)).map(({topicHash}) => topicHash);
}

function word(topic: string | undefined): string {
  return `0x${(topic ?? '').slice(-40)}`;
}

function amountOf(log: RawLog): bigint {
  return BigInt(log.data);
}
