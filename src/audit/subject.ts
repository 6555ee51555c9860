import type {Network, NetworkContract} from '../chain/networks';
import type {HeldRow, HeldState} from './heldState';
import type {Field, Ledger, Value} from './ledger';
import {NotAnswered, NotAskable, type AuditNode, type Place} from './node';

/** `0x` and 20 bytes in hex */
const ADDRESS_LENGTH = 42;

/** Something of the tables that views of the chain tell too. */
export interface Subject {
  /** As the report calls it */
  readonly name: string;
  /** Asks and compares; what is asked need not be waited for. */
  audit(scope: Scope): Promise<void>;
}

/** The part of a generated view that asking needs. */
interface View<A, R> {
  encode(args: A): string;
  decodeResult(output: string): R;
}

/** Fields by name: what is held, and what the chain answers. */
export type Fields = Readonly<Record<string, readonly [held: Value, onChain: Value | Promise<Value>]>>;

/** One subject at one block: what is held, what can be asked, and where comparisons go. */
export class Scope {
  constructor(
    readonly network: Network,
    readonly held: HeldState,
    readonly place: Place,
    private readonly node: AuditNode,
    private readonly ledger: Ledger,
  ) {}

  /** The contracts of some roles that exist at this block. */
  contracts(...roles: readonly string[]): NetworkContract[] {
    return this.network.contracts.filter(({role, fromBlock}) => roles.includes(role) && fromBlock <= this.place.height);
  }

  /**
   * What a view answers at the audited block, or at another one.
   * @throws NotAnswered when it reverts, is missing or says something else than its ABI; NotAskable for arguments that
   * are none
   */
  async ask<A, R>(address: string, view: View<A, R>, args: A, place: Place = this.place): Promise<R> {
    const output = await this.node.call(address, calldata(view, args), place);
    try {
      return view.decodeResult(output);
    } catch (error) {
      throw new NotAnswered(`the answer cannot be read: ${(error as Error).message}`);
    }
  }

  /** An address kept in a slot of a contract's storage; null for none. */
  async addressIn(contract: string, slot: string): Promise<string | null> {
    const word = await this.node.storage(contract, slot, this.place);
    return /^0x0*$/.test(word) ? null : `0x${word.slice(-40)}`;
  }

  /** Compares one field; `block` is the one that was asked about, where it is another than the audited one. */
  compare(field: Field, held: Value, onChain: Value | Promise<Value>, block: number = this.place.height): void {
    this.ledger.compare(field, held, onChain, block);
  }

  /** Compares several fields of a row. */
  compareAll(projection: string, row: string, fields: Fields): void {
    for (const [field, [held, onChain]] of Object.entries(fields))
      this.compare({projection, row, field}, held, onChain);
  }

  /** Says why a field is not compared. */
  skip(field: Field, reason: string): void {
    this.ledger.skip(field, reason, this.place.height);
  }

  /**
   * A difference where a row is kept under another name than its own fields give it, or twice, or is of a contract that
   * the network does not have.
   */
  named<R extends {readonly id: string}>(projection: string, {key, copies, row}: HeldRow<R>, idOf: string): void {
    this.compareAll(projection, key, {id: [row.id === key ? idOf : row.id, key], versions: [copies, 1]});
    const address = key.split('-')[1] ?? '';
    if (address.length !== ADDRESS_LENGTH) return;
    const known = this.network.contracts.some((contract) => contract.address === address);
    this.compareAll(projection, key, {contract: [address, known ? address : null]});
  }

  /** The node must be on the branch of this block. */
  mustKnow(place: Place): Promise<void> {
    return this.node.mustKnow(place);
  }
}

function calldata<A>(view: View<A, unknown>, args: A): string {
  try {
    return view.encode(args);
  } catch (error) {
    throw new NotAskable(`cannot be asked for: ${(error as Error).message}`);
  }
}

/** Rows that are numbered from 1 on the chain: the last number there, those held, and the id of the row of each. */
interface Numbered {
  readonly last: Promise<bigint>;
  readonly held: readonly bigint[];
  readonly rowOf: (number: bigint) => string;
}

/** Names the rows that the chain has and the tables have not, and those that the tables have beyond the last. */
export async function missingIds(scope: Scope, projection: string, {last, held, rowOf}: Numbered): Promise<void> {
  let count: bigint;
  try {
    count = await last;
  } catch (error) {
    if (!(error instanceof NotAnswered)) throw error;
    scope.skip({projection, row: rowOf(1n), field: 'row'}, error.message);
    return;
  }
  const known = new Set(held);
  for (let number = 1n; number <= count; number++)
    scope.compareAll(projection, rowOf(number), {row: [known.has(number) ? 'held' : null, 'held']});
  for (const number of known) if (number > count) scope.compareAll(projection, rowOf(number), {row: ['held', null]});
}
