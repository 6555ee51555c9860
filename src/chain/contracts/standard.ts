import * as accessControl from '../../abi/aid';
import * as proxy from '../../abi/proxy';
import {ignore, on, type Rule} from '../contract';

const {RoleGranted, RoleRevoked, RoleAdminChanged, Paused, Unpaused} = accessControl.events;

/** OpenZeppelin's AccessControl, as every contract of the protocol emits it. */
export const ROLE_RULES: readonly Rule[] = [
  on(RoleGranted, (granted) => ({type: 'RoleGranted', ...granted})),
  on(RoleRevoked, (revoked) => ({type: 'RoleRevoked', ...revoked})),
  on(RoleAdminChanged, ({role, previousAdminRole, newAdminRole}) => ({
    type: 'RoleAdminChanged',
    role,
    previousAdmin: previousAdminRole,
    newAdmin: newAdminRole,
  })),
];

/** OpenZeppelin's Pausable, and the version that its initialisers count. */
export const PAUSE_RULES: readonly Rule[] = [
  on(Paused, ({account}) => ({type: 'PauseChanged', paused: true, account})),
  on(Unpaused, ({account}) => ({type: 'PauseChanged', paused: false, account})),
  ignore(accessControl.events.Initialized, 'set-up of a proxy, told by Upgraded'),
];

/** ERC-1967 proxies and beacons. Decoders are keyed by topic, not by implementation. */
export const PROXY_RULES: readonly Rule[] = [
  on(proxy.events.Upgraded, ({implementation}) => ({type: 'ContractUpgraded', implementation})),
  on(proxy.events.AdminChanged, ({previousAdmin, newAdmin}) => ({type: 'ProxyAdminChanged', previousAdmin, newAdmin})),
  on(proxy.events.BeaconUpgraded, ({beacon}) => ({type: 'BeaconUpgraded', beacon})),
];
