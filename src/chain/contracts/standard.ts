import * as accessControl from '../../abi/aid';
import * as proxy from '../../abi/proxy';
import {ignore, type Rule} from '../contract';

const WATCH = 'authority does not move money; the record stays for the authority watch';

/** OpenZeppelin's AccessControl, as every contract of the protocol emits it. */
export const ROLE_RULES: readonly Rule[] = [
  ignore(accessControl.events.RoleGranted, WATCH),
  ignore(accessControl.events.RoleRevoked, WATCH),
  ignore(accessControl.events.RoleAdminChanged, WATCH),
];

/** OpenZeppelin's Pausable. */
export const PAUSE_RULES: readonly Rule[] = [
  ignore(accessControl.events.Paused, 'a pause moves no balance; the record stays for the authority watch'),
  ignore(accessControl.events.Unpaused, 'as Paused'),
];

/** ERC-1967 proxies and beacons. */
export const PROXY_RULES: readonly Rule[] = [
  ignore(proxy.events.Upgraded, 'code changes, state does not; decoders are keyed by topic, not by implementation'),
  ignore(proxy.events.AdminChanged, WATCH),
  ignore(proxy.events.BeaconUpgraded, 'as Upgraded'),
];
