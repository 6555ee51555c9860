import {createHash} from 'node:crypto';

const UINT32 = 0x1_0000_0000;

/**
 * A reproducible stream of chance: sfc32 on unsigned 32-bit integers, seeded with sha256 of a name. The same name gives the
 * same stream on every machine, and streams of different names are independent, so that one more draw in one part of the
 * scenario does not shift the others.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  constructor(...name: readonly (string | number)[]) {
    const digest = createHash('sha256').update(name.join('/')).digest();
    this.a = digest.readUInt32LE(0);
    this.b = digest.readUInt32LE(4);
    this.c = digest.readUInt32LE(8);
    for (let i = 0; i < 12; i++) this.uint32();
  }

  /** Uniform in [0, 2^32). */
  uint32(): number {
    const t = (this.a + this.b + this.counter) >>> 0;
    this.counter = (this.counter + 1) >>> 0;
    this.a = (this.b ^ (this.b >>> 9)) >>> 0;
    this.b = (this.c + (this.c << 3)) >>> 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + t) >>> 0;
    return t;
  }

  /** Uniform integer in [from, to], both included. */
  int(from: number, to: number): number {
    const span = to - from + 1;
    const limit = UINT32 - (UINT32 % span);
    let draw = this.uint32();
    while (draw >= limit) draw = this.uint32();
    return from + (draw % span);
  }

  /** True in `numerator` of `denominator` draws. */
  chance(numerator: number, denominator: number): boolean {
    return this.int(1, denominator) <= numerator;
  }

  /** Uniform integer in [from, to], both included; the span is below 2^96. */
  bigint(from: bigint, to: bigint): bigint {
    const draw = (BigInt(this.uint32()) << 96n) | (BigInt(this.uint32()) << 64n) | (BigInt(this.uint32()) << 32n);
    return from + (((draw | BigInt(this.uint32())) * (to - from + 1n)) >> 128n);
  }

  /**
   * A heavy-tailed amount: `scale` doubles with probability `num/den` at every step and is then spread over one doubling,
   * a Pareto-like law in integers only. Never above `cap`.
   */
  heavyTailed(scale: bigint, cap: bigint, num = 1, den = 2): bigint {
    let magnitude = scale;
    while (magnitude < cap && this.chance(num, den)) magnitude *= 2n;
    const amount = this.bigint(magnitude, 2n * magnitude);
    return amount < cap ? amount : cap;
  }

  /** `amount` moved by at most `bps` basis points either way, floored. */
  around(amount: bigint, bps: number): bigint {
    return (amount * BigInt(10_000 + this.int(-bps, bps))) / 10_000n;
  }

  /** One of the items. */
  pick<T>(items: readonly T[]): T {
    const item = items[this.int(0, items.length - 1)];
    if (items.length === 0) throw new RangeError('There is nothing to pick from.');
    return item;
  }

  /** `count` different items in drawn order, all of them when there are fewer. */
  sample<T>(items: readonly T[], count: number): T[] {
    const pool = [...items];
    const taken = Math.min(count, pool.length);
    for (let i = 0; i < taken; i++) {
      const j = this.int(i, pool.length - 1);
      [pool[i], pool[j]] = [pool[j], pool[i]];
    }
    return pool.slice(0, taken);
  }
}
