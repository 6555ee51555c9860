import type {LogDescription} from 'ethers';

/** The events of the bridge. */
export const BRIDGE_EVENTS: readonly string[] = ['OFTSent', 'OFTReceived'];

/** Who has how much AID on the other side of the bridge, as its events tell it; AID wei. */
export class BridgeBook {
  /** Messages that have arrived here. */
  received = 0;
  private readonly held = new Map<string, bigint>();

  /** What has left and not come back. */
  outside(): bigint {
    return [...this.held.values()].reduce((sum, amount) => sum + amount, 0n);
  }

  /** Those who have some there, in the order in which they first sent some. */
  holders(): readonly (readonly [account: string, held: bigint])[] {
    return [...this.held].filter(([, held]) => held > 0n);
  }

  apply({name, args}: LogDescription): void {
    if (name === 'OFTSent') this.move(args.getValue('fromAddress'), args.getValue('amountReceivedLD') as bigint);
    if (name !== 'OFTReceived') return;
    this.move(args.getValue('toAddress'), -(args.getValue('amountReceivedLD') as bigint));
    this.received += 1;
  }

  private move(account: unknown, amount: bigint): void {
    const address = String(account).toLowerCase();
    this.held.set(address, (this.held.get(address) ?? 0n) + amount);
  }
}
