import type {ChainReader, Told} from './chainReader';
import {USD, WORDS, type Args} from './flowWords';
import {AID, ERC20} from './interfaces';
import {ZERO, type Moved} from './usageOracle';

/** What moved for a cause: how much, and in how many movements. */
export interface Flow {
  readonly amount: bigint;
  readonly count: number;
}

/** The ledger of a period, from the words of the contracts that moved the money. */
export class FlowOracle {
  constructor(private readonly chain: ChainReader) {}

  /** By `medium cause asset`, of the blocks (after, upTo]; nothing that did not move. */
  async flows(after: number, upTo: number): Promise<Map<string, Flow>> {
    const returning = ['said', 'revenueDistributor'].map((role) => this.chain.one(role));
    const flows = new Map<string, Flow>();
    for (const {role, abi, name, lines} of WORDS) {
      const told = await this.chain.events<Args>(this.chain.one(role), abi, name, upTo);
      for (const {args} of told.filter(({block}) => block > after)) {
        for (const [flow, amount = 0n, assetId = null] of lines(args, returning)) {
          if (amount > 0n) add(flows, `${flow} ${assetId}`, amount);
        }
      }
    }
    return flows;
  }

  /** Stablecoin that came into custody, left it, and moved inside of it, in dollars, of the blocks (after, upTo]. */
  async custody(after: number, upTo: number): Promise<Record<'in' | 'out' | 'inside', bigint>> {
    const holders = new Set(['aid', 'minter', 'redeemer'].map((role) => this.chain.one(role)));
    const sums = {in: 0n, out: 0n, inside: 0n};
    for (const coin of this.chain.all('reserveAsset')) {
      const told = await this.chain.events<Moved>(coin, ERC20, 'Transfer', upTo);
      for (const {args} of told.filter(({block}) => block > after)) {
        const [from, to] = [holders.has(args.from), holders.has(args.to)];
        if (from && to && args.from !== args.to) sums.inside += args.value * USD;
        if (!from && to) sums.in += args.value * USD;
        if (from && !to) sums.out += args.value * USD;
      }
    }
    return sums;
  }

  /** Dollars of stablecoin in custody at a block, by balanceOf(). */
  async inCustody(block: number): Promise<bigint> {
    let held = 0n;
    for (const coin of this.chain.all('reserveAsset')) {
      for (const role of ['aid', 'minter', 'redeemer']) {
        held += USD * (await this.chain.view<bigint>(coin, ERC20, 'balanceOf', [this.chain.one(role)], block));
      }
    }
    return held;
  }

  /**
   * AID by the pair of nodes it went between, of the blocks (after, upTo]: mints come from ISSUANCE and burns go to it; a
   * flash mint is there and gone in one transaction, and only its fee is left.
   */
  async pairs(after: number, upTo: number, nodeOf: (account: string) => string): Promise<Map<string, bigint>> {
    const inPeriod = ({block}: Told<unknown>): boolean => block > after;
    const transfers = await this.chain.events<Moved>(this.chain.one('aid'), ERC20, 'Transfer', upTo);
    const pairs = new Map<string, bigint>();
    const count = (from: string, to: string, amount: bigint): void => {
      const pair = [from, to].map((account) => (account === ZERO ? 'ISSUANCE' : nodeOf(account))).join(' ');
      pairs.set(pair, (pairs.get(pair) ?? 0n) + amount);
    };
    for (const {args} of transfers.filter(inPeriod)) if (args.from !== args.to) count(args.from, args.to, args.value);
    const flashed = await this.chain.events<{to: string; amount: bigint}>(
      this.chain.one('aid'),
      AID,
      'FlashMinted',
      upTo,
    );
    for (const {args} of flashed.filter(inPeriod)) {
      count(ZERO, args.to, -args.amount);
      count(args.to, ZERO, -args.amount);
    }
    return new Map([...pairs].filter(([, amount]) => amount !== 0n));
  }
}

function add(flows: Map<string, Flow>, key: string, amount: bigint): void {
  const {amount: before = 0n, count = 0} = flows.get(key) ?? {};
  flows.set(key, {amount: before + amount, count: count + 1});
}
