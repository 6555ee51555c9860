import {NotAnswered, NotAskable} from './node';

/** A value as rows and views have it. */
export type Value = string | number | bigint | boolean | null | undefined;

/** Something that can be held against the chain. Values as text; null is none. */
export interface Difference {
  readonly subject: string;
  readonly projection: string;
  readonly row: string;
  readonly field: string;
  readonly held: string | null;
  readonly onChain: string | null;
  /** Block whose state was asked for: the audited one, or the newest read at or before it */
  readonly block: number;
}

/** What could not be held against the chain, and why. */
export interface Uncompared extends Omit<Difference, 'held' | 'onChain'> {
  readonly reason: string;
}

/** Names the value that is compared. */
export interface Field {
  readonly projection: string;
  readonly row: string;
  readonly field: string;
}

/** What became of every comparison of one subject at one block. */
export class Ledger {
  compared = 0;
  readonly differences: Difference[] = [];
  readonly notCompared: Uncompared[] = [];
  private readonly open: Promise<void>[] = [];
  private failure: Error | undefined;

  constructor(private readonly subject: string) {}

  /** Compares when the chain has answered; an answer that fails for another reason fails `settled`. */
  compare(field: Field, held: Value, onChain: Value | Promise<Value>, block: number): void {
    this.open.push(this.settle({subject: this.subject, ...field, block}, held, onChain));
  }

  /** Says that a value is not compared. */
  skip(field: Field, reason: string, block: number): void {
    this.notCompared.push({subject: this.subject, ...field, block, reason});
  }

  /** Waits for everything asked so far. @throws the first failure that is no missing answer */
  async settled(): Promise<void> {
    await Promise.all(this.open);
    this.open.length = 0;
    if (this.failure !== undefined) throw this.failure;
  }

  private async settle(
    about: Omit<Difference, 'held' | 'onChain'>,
    held: Value,
    asked: Value | Promise<Value>,
  ): Promise<void> {
    try {
      const [mine, theirs] = [asText(held), asText(await asked)];
      this.compared += 1;
      if (mine !== theirs) this.differences.push({...about, held: mine, onChain: theirs});
    } catch (error) {
      if (error instanceof NotAnswered) this.notCompared.push({...about, reason: error.message});
      else if (error instanceof NotAskable) this.differ(about, held, error.message);
      else this.failure ??= error as Error;
    }
  }

  private differ(about: Omit<Difference, 'held' | 'onChain'>, held: Value, onChain: string): void {
    this.compared += 1;
    this.differences.push({...about, held: asText(held), onChain});
  }
}

/** Addresses in one spelling, numbers of any type in decimal. */
function asText(value: Value): string | null {
  if (value === null || value === undefined) return null;
  const text = String(value);
  return text.startsWith('0x') ? text.toLowerCase() : text;
}
