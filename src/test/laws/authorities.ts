import {DENIED_ADDRESS_ROLE, KNOWN_ROLES} from '../../domain/roles';
import {AID, assetIdOf, BRIDGE, DISTRIBUTOR, MINTER, REDEEMER, SAID, USDC} from '../given';
import type {Chain} from './chain';
import type {Desk} from './desk';

const ROLES = [...KNOWN_ROLES.keys(), assetIdOf('unheard of')].filter((role) => role !== DENIED_ADDRESS_ROLE);

/** What administrators and guards do. OpenZeppelin says changes only; the deny list's own events name everybody. */
export class Authorities {
  /** Members of AID's deny list by its role, and by its own events */
  readonly denied = new Set<string>();
  readonly listed = new Set<string>();
  /** `contract role account` of everybody who holds a role */
  readonly holders = new Set<string>();
  paused = false;
  implementations = 0;

  constructor(
    private readonly chain: Chain,
    private readonly desk: Desk,
  ) {}

  /** @param says whether the list's own event follows, as the contract has it; without it the two differ */
  deny(accounts: readonly string[], says: boolean): void {
    this.changeDenied(accounts, true, says);
  }

  admit(accounts: readonly string[], says: boolean): void {
    this.changeDenied(accounts, false, says);
  }

  private changeDenied(accounts: readonly string[], denied: boolean, says: boolean): void {
    for (const account of accounts) {
      if (this.denied.has(account) === denied) continue;
      toggle(this.denied, account, denied);
      const type = denied ? 'RoleGranted' : 'RoleRevoked';
      this.chain.emit(AID, {type, role: DENIED_ADDRESS_ROLE, account, sender: MINTER.address});
    }
    if (!says) return;
    accounts.forEach((account) => toggle(this.listed, account, denied));
    this.chain.emit(AID, {type: 'DenyListChanged', accounts, denied});
  }

  setRole(choice: number, account: string, held: boolean): void {
    const role = ROLES[choice % ROLES.length] ?? '';
    const contract = choice % 2 === 0 ? AID : SAID;
    const holder = `${contract.address} ${role} ${account}`;
    if (this.holders.has(holder) === held) return;
    toggle(this.holders, holder, held);
    this.chain.emit(contract, {type: held ? 'RoleGranted' : 'RoleRevoked', role, account, sender: MINTER.address});
  }

  govern(choice: number, one: string, other: string): void {
    const act = [
      () => this.pause(),
      () => this.upgrade(one),
      () => this.chain.emit(REDEEMER, {type: 'BeaconUpgraded', beacon: one}),
      () => this.chain.emit(SAID, {type: 'ProxyAdminChanged', previousAdmin: one, newAdmin: other}),
      () =>
        this.chain.emit(AID, {
          type: 'RoleAdminChanged',
          role: ROLES[1] ?? '',
          previousAdmin: ROLES[0] ?? '',
          newAdmin: ROLES[2] ?? '',
        }),
      () => this.desk.setLimit(BigInt(choice) * 10n ** 24n),
      () => this.chain.emit(MINTER, {type: 'WhitelistUpdated', account: one, allowed: choice % 2 === 0}),
      () => this.chain.emit(BRIDGE, {type: 'BridgePeerSet', eid: 30_101, peer: assetIdOf('peer')}),
      () => this.setTerms(choice),
    ][choice % 9];
    act?.();
  }

  private pause(): void {
    this.paused = !this.paused;
    this.chain.emit(AID, {type: 'PauseChanged', paused: this.paused, account: MINTER.address});
  }

  private upgrade(implementation: string): void {
    this.implementations += 1;
    this.chain.emit(AID, {type: 'ContractUpgraded', implementation});
  }

  private setTerms(bps: number): void {
    const fees = {protocolFeeBps: bps, performanceFeeBps: bps, reserveBps: bps};
    this.chain.emit(DISTRIBUTOR, {type: 'FeesConfigured', ...fees});
    const terms = {collateral: USDC.address, enabled: true, mintFeeBps: 0, redeemFeeBps: bps};
    this.chain.emit(MINTER, {type: 'CollateralConfigured', ...terms});
  }
}

function toggle(set: Set<string>, value: string, present: boolean): void {
  if (present) set.add(value);
  else set.delete(value);
}
