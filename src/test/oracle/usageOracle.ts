import type {ChainReader, Told} from './chainReader';
import {AID, ERC20, MULTI} from './interfaces';
import type {Labels, NetworkFile} from './networkFile';

export const ZERO = `0x${'0'.repeat(40)}`;
export type Moved = {from: string; to: string; value: bigint};

/** An account that has a name, and the class it counts in. */
export interface Named {
  readonly address: string;
  readonly class: string;
  readonly name: string;
}

/** Labels decide; contracts that nobody labelled are the protocol's, but for stablecoins, which are somebody else's. */
export function namedAccounts(labels: Labels, {contracts}: NetworkFile): Named[] {
  const named = new Map<string, Named>();
  for (const {role, name, address} of contracts) {
    if (role === 'reserveAsset') continue;
    named.set(address, {address, name, class: role === 'bridge' ? 'BRIDGE' : 'PROTOCOL'});
  }
  for (const [address, label] of Object.entries(labels)) named.set(address, {address, ...label});
  return [...named.values()];
}

/** Who holds tokens and what moves, by balanceOf() and Transfer logs. */
export class UsageOracle {
  constructor(private readonly chain: ChainReader) {}

  transfers(role: 'aid' | 'said', block: number): Promise<Told<Moved>[]> {
    return this.chain.events<Moved>(this.chain.one(role), ERC20, 'Transfer', block);
  }

  /** Payments in AID that name a reference. */
  references(block: number): Promise<Told<{from: string; to: string; amount: bigint}>[]> {
    return this.chain.events(this.chain.one('aid'), AID, 'PaymentReferenced', block);
  }

  balance(token: string, account: string, block: number): Promise<bigint> {
    const [address, isAsset] = this.contractOf(token);
    return isAsset
      ? this.chain.view<bigint>(address, MULTI, 'balanceOf', [account, BigInt(token)], block)
      : this.chain.view<bigint>(address, ERC20, 'balanceOf', [account], block);
  }

  supply(token: string, block: number): Promise<bigint> {
    const [address, isAsset] = this.contractOf(token);
    return isAsset
      ? this.chain.view<bigint>(address, MULTI, 'totalSupply', [BigInt(token)], block)
      : this.chain.view<bigint>(address, ERC20, 'totalSupply', [], block);
  }

  private contractOf(token: string): [address: string, isAsset: boolean] {
    if (token === 'AID') return [this.chain.one('aid'), false];
    if (token === 'SAID') return [this.chain.one('said'), false];
    return [this.chain.one('assetToken'), true];
  }
}

/** Transfers from one account to another: neither minted, nor burned, nor to oneself, nor of nothing. */
export const isMovement = ({args: {from, to, value}}: Told<Moved>): boolean =>
  from !== ZERO && to !== ZERO && from !== to && value > 0n;
