import type {DomainEvent} from '../../domain/event';
import {AID, SAID} from '../given';
import {Authorities} from './authorities';
import {Circulation} from './circulation';
import {Chain, type Mark, type Snapshot} from './chain';
import {Deals} from './deals';
import {Desk} from './desk';
import {Issuance} from './issuance';
import {Ledger} from './ledger';
import {Register} from './register';
import {Treasury} from './treasury';
import {Vault} from './vault';

/**
 * The protocol as the chain decides it: the `decide` half, whose books are kept apart from the code under test and
 * which never says what the contracts would refuse.
 */
export class World {
  readonly chain: Chain;
  readonly aid: Ledger;
  readonly shares: Ledger;
  readonly desk: Desk;
  readonly treasury: Treasury;
  readonly vault: Vault;
  readonly deals: Deals;
  readonly circulation: Circulation;
  readonly issuance: Issuance;
  readonly authorities: Authorities;
  readonly register: Register;
  /** Logs that nobody knows, by topic */
  readonly unknown = new Map<string | null, number>();

  /** @param tellsLoss whether the vault answers convertToAssetsWithLoss */
  constructor(private readonly tellsLoss: boolean) {
    this.chain = new Chain(() => this.views);
    this.aid = new Ledger(this.chain, AID);
    this.shares = new Ledger(this.chain, SAID);
    this.desk = new Desk(this.chain);
    this.treasury = new Treasury(this.chain, this.aid, this.desk);
    this.vault = new Vault(this.chain, this.aid, this.shares, this.treasury);
    this.deals = new Deals(this.chain, this.aid, this.treasury);
    this.circulation = new Circulation(this.chain, this.aid);
    this.issuance = new Issuance(this.chain, this.aid);
    this.authorities = new Authorities(this.chain, this.desk);
    this.register = new Register(this.chain);
  }

  /** Every token that was ever moved. */
  get tokens(): Ledger[] {
    const deals = [...this.deals.deals.values()].map(({token}) => token);
    return [this.aid, this.shares, ...deals].filter(({transfers}) => transfers > 0);
  }

  /** Every mark of the NAV, in the order of the blocks that made them. */
  get marks(): Mark[] {
    return [...this.vault.marks, ...this.chain.silentMarks].sort((a, b) => a.height - b.height);
  }

  /** What the vault's views answer now. */
  get views(): Snapshot {
    return this.vault.views(this.tellsLoss);
  }

  get events(): readonly DomainEvent[] {
    return this.chain.events;
  }

  say(topic0: string | null): void {
    this.unknown.set(topic0, (this.unknown.get(topic0) ?? 0) + 1);
    this.chain.emit(AID, {type: 'LogUnrecognized', topic0});
  }
}
