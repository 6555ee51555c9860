/** What the protocol's authorities do: roles, code, limits and terms. No balance moves by any of these. */
export interface AuthorityFields {
  RoleGranted: {role: string; account: string; sender: string};
  RoleRevoked: {role: string; account: string; sender: string};
  RoleAdminChanged: {role: string; previousAdmin: string; newAdmin: string};
  PauseChanged: {paused: boolean; account: string};
  ContractUpgraded: {implementation: string};
  BeaconUpgraded: {beacon: string};
  ProxyAdminChanged: {previousAdmin: string; newAdmin: string};
  /** All accounts the call named, also those that did not change: the role events tell who did */
  DenyListChanged: {accounts: readonly string[]; denied: boolean};
  /** AID wei that may be redeemed per UTC day */
  RedeemLimitSet: {oldLimit: bigint; newLimit: bigint};
  CollateralConfigured: {collateral: string; enabled: boolean; mintFeeBps: number; redeemFeeBps: number};
  WhitelistUpdated: {account: string; allowed: boolean};
  /** Shares of revenue, in basis points, of the next distributions */
  FeesConfigured: {protocolFeeBps: number; performanceFeeBps: number; reserveBps: number};
}
