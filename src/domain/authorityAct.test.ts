import {id} from 'ethers';
import {AID, ALICE, BOB, CAROL, event, given, MINTER, REDEEMER, timeOf} from '../test/given';
import {authorityFact, type AuthorityLog} from './authorityAct';
import {bridgeLegFact} from './bridgeTransfer';
import {evolveContractState} from './contractState';
import {evolveRoleHolder, roleKeys} from './roleHolder';
import {DENIED_ADDRESS_ROLE} from './roles';

const MINT = id('MINTER_ROLE');
const grant = (role: string, height = 1) => event('RoleGranted', {role, account: ALICE, sender: CAROL}, {height});
const revoke = (role: string, height = 1) => event('RoleRevoked', {role, account: ALICE, sender: BOB}, {height});

test('a role is held from its grant until it is taken away', () => {
  const history = given(evolveRoleHolder, grant(MINT, 5));
  history.when().then({held: true, changedAt: timeOf(5), changedBy: CAROL, roleName: 'MINTER_ROLE', account: ALICE});
  history.when(grant(MINT, 6)).then({held: true, changedAt: timeOf(5)});
  history.when(revoke(MINT, 7)).then({held: false, changedAt: timeOf(7), changedBy: BOB});
  given(evolveRoleHolder).when(grant('0x01')).then({roleName: null, role: '0x01'});
});

test('a denied account is no holder of a role', () => {
  expect(roleKeys(grant(DENIED_ADDRESS_ROLE))).toEqual([]);
});

test('a contract is paused until it is unpaused, and runs the newest code', () => {
  const paused = (is: boolean, height: number) =>
    event('PauseChanged', {paused: is, account: ALICE}, {height, by: REDEEMER});
  const upgraded = event('ContractUpgraded', {implementation: BOB}, {height: 3, by: REDEEMER});
  const beacon = event('BeaconUpgraded', {beacon: CAROL}, {height: 4, by: REDEEMER});
  const admin = event('ProxyAdminChanged', {previousAdmin: BOB, newAdmin: ALICE}, {height: 5, by: REDEEMER});
  given(evolveContractState, upgraded).when().then({paused: null, pausedAt: null, implementation: BOB, beacon: null});
  given(evolveContractState, upgraded, paused(true, 6))
    .when()
    .then({paused: true, pausedAt: timeOf(6)});
  given(evolveContractState, upgraded, paused(true, 6))
    .when(paused(false, 8), beacon, admin)
    .then({
      ...{paused: false, pausedAt: timeOf(8), implementation: BOB, beacon: CAROL, proxyAdmin: ALICE},
      ...{implementedAt: timeOf(4), implementationCount: 2, contractRole: 'redeemer'},
    });
});

const ACTS: readonly {log: AuthorityLog; kind: string; account: string | null; detail: string | null}[] = [
  {log: grant(MINT), kind: 'ROLE_GRANTED', account: ALICE, detail: `by ${CAROL}`},
  {log: revoke(MINT), kind: 'ROLE_REVOKED', account: ALICE, detail: `by ${BOB}`},
  {log: grant(DENIED_ADDRESS_ROLE), kind: 'ACCOUNT_DENIED', account: ALICE, detail: `by ${CAROL}`},
  {log: revoke(DENIED_ADDRESS_ROLE), kind: 'ACCOUNT_ADMITTED', account: ALICE, detail: `by ${BOB}`},
  {
    log: event('RoleAdminChanged', {role: MINT, previousAdmin: '0x00', newAdmin: '0x01'}),
    kind: 'ROLE_ADMIN_CHANGED',
    account: null,
    detail: 'from 0x00 to 0x01',
  },
  {log: event('PauseChanged', {paused: true, account: BOB}), kind: 'PAUSED', account: BOB, detail: null},
  {log: event('PauseChanged', {paused: false, account: BOB}), kind: 'UNPAUSED', account: BOB, detail: null},
  {log: event('ContractUpgraded', {implementation: BOB}), kind: 'UPGRADED', account: BOB, detail: null},
  {log: event('BeaconUpgraded', {beacon: BOB}), kind: 'BEACON_UPGRADED', account: BOB, detail: null},
  {
    log: event('ProxyAdminChanged', {previousAdmin: ALICE, newAdmin: BOB}),
    kind: 'PROXY_ADMIN_CHANGED',
    account: BOB,
    detail: `from ${ALICE}`,
  },
  {
    log: event('DenyListChanged', {accounts: [ALICE, BOB], denied: true}),
    kind: 'ADDED_TO_DENY_LIST',
    account: null,
    detail: `${ALICE} ${BOB}`,
  },
  {
    log: event('DenyListChanged', {accounts: [], denied: false}),
    kind: 'REMOVED_FROM_DENY_LIST',
    account: null,
    detail: '',
  },
  {
    log: event('RedeemLimitSet', {oldLimit: 1n, newLimit: 2n}),
    kind: 'REDEEM_LIMIT_SET',
    account: null,
    detail: 'from 1 to 2',
  },
  {
    log: event('CollateralConfigured', {collateral: BOB, enabled: true, mintFeeBps: 1, redeemFeeBps: 2}),
    kind: 'COLLATERAL_CONFIGURED',
    account: BOB,
    detail: 'enabled true mintFeeBps 1 redeemFeeBps 2',
  },
  {
    log: event('WhitelistUpdated', {account: BOB, allowed: false}),
    kind: 'WHITELIST_UPDATED',
    account: BOB,
    detail: 'allowed false',
  },
  {
    log: event('FeesConfigured', {protocolFeeBps: 1, performanceFeeBps: 2, reserveBps: 3}),
    kind: 'FEES_CONFIGURED',
    account: null,
    detail: 'protocolFeeBps 1 performanceFeeBps 2 reserveBps 3',
  },
  {
    log: event('BridgePeerSet', {eid: 30_110, peer: '0x05'}),
    kind: 'BRIDGE_PEER_SET',
    account: '0x05',
    detail: 'eid 30110',
  },
];

test.each(ACTS)('$kind is told as an act', ({log, ...told}) => {
  expect(authorityFact(log)).toMatchObject({...told, height: 1, record: log.meta.record});
});

test('an act names its contract and the role it is about', () => {
  expect(authorityFact(grant(MINT))).toMatchObject({
    ...{contract: AID.address, contractRole: 'aid', contractName: 'AID', role: MINT, roleName: 'MINTER_ROLE'},
  });
  expect(authorityFact(event('WhitelistUpdated', {account: BOB, allowed: true}))).toMatchObject({
    ...{contract: MINTER.address, role: null, roleName: null},
  });
});

test('an end of a bridge message says what arrives; what is burned on top arrives nowhere', () => {
  const message = {guid: '0x0a', dstEid: 30_110, from: ALICE, amountSent: 10n, amountReceived: 9n};
  expect(bridgeLegFact(event('BridgeSent', message))).toMatchObject({
    ...{id: '31337-SENT-0x0a', direction: 'SENT', eid: 30_110, account: ALICE, amount: 9n, burned: 10n},
  });
  expect(bridgeLegFact(event('BridgeReceived', {guid: '0x0a', srcEid: 30_101, to: BOB, amount: 9n}))).toMatchObject({
    ...{id: '31337-RECEIVED-0x0a', direction: 'RECEIVED', eid: 30_101, account: BOB, amount: 9n, burned: null},
  });
});
