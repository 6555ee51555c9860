import {address, AID, assetIdOf} from '../given';
import type {Chain} from './chain';
import type {Ledger} from './ledger';

/** Who takes AID for what he does. */
export const SERVICES: readonly string[] = [address(0xa1), address(0xa2)];

/** What AID of the model is spent on. */
export class Circulation {
  constructor(
    private readonly chain: Chain,
    private readonly aid: Ledger,
  ) {}

  /** A service that was paid may move some of it to itself, which is no payment. */
  pay(from: string, service: number, amount: bigint, isReferenced: boolean): void {
    const to = SERVICES[service % SERVICES.length] ?? '';
    this.aid.move(from, to, amount);
    if (isReferenced) {
      this.chain.emit(AID, {type: 'PaymentReferenced', from, to, reference: assetIdOf('invoice'), amount});
    } else {
      this.aid.move(to, to, amount / 2n);
    }
  }
}
