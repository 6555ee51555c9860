import * as accessControl from '../../abi/aid';
import * as erc20 from '../../abi/erc20';
import type {DeniedAccountRow} from '../../domain/deniedAccount';
import type {DenyListRow} from '../../domain/denyList';
import {balanceRowId, contractRowId, roleRowId} from '../../domain/ids';
import type {RoleHolderRow} from '../../domain/roleHolder';
import {DENIED_ADDRESS_ROLE, isDenial} from '../../domain/roles';
import type {Scope, Subject} from '../subject';

/** A role that somebody was ever given, by a row or by a fact. */
interface Given {
  readonly contract: string;
  readonly contractRole: string;
  readonly role: string;
  readonly account: string;
}

/** Who holds each role, of all who were ever given one, and the deny list, which is a role of AID. */
export const roles: Subject = {
  name: 'roles',
  async audit(scope) {
    const {chainId} = scope.network;
    const holders = await scope.held.versions<RoleHolderRow>('roleHolder');
    const denied = await scope.held.versions<DeniedAccountRow>('deniedAccount');
    const given = new Map<string, Given>();
    for (const held of holders) {
      const {contract, role, account} = held.row;
      scope.named('roleHolder', held, roleRowId(chainId, contract, role, account));
      given.set(held.key, namesOf(held.key, held.row.contractRole));
    }
    for (const held of denied) {
      const [, token = '', account = ''] = held.key.split('-');
      scope.named('deniedAccount', held, balanceRowId(held.row.token, held.row.account));
      const key = roleRowId(chainId, token, DENIED_ADDRESS_ROLE, account);
      given.set(key, {contract: token, contractRole: 'aid', role: DENIED_ADDRESS_ROLE, account});
    }
    for (const one of await everGiven(scope)) given.set(roleRowId(chainId, one.contract, one.role, one.account), one);
    const isHeld = new Map(holders.map(({key, row}) => [key, row.held]));
    const isDenied = new Map(denied.map(({key, row}) => [key, row.denied]));
    const onList: {account: string; answer: Promise<boolean>; token: string}[] = [];
    for (const [key, {contract, contractRole, role, account}] of given) {
      const answer = scope.ask(contract, accessControl.functions.hasRole, {role, account});
      if (!isDenial(contractRole, role)) {
        scope.compareAll('roleHolder', key, {held: [isHeld.get(key), answer]});
        continue;
      }
      const row = balanceRowId(contractRowId(chainId, contract), account);
      scope.compareAll('deniedAccount', row, {denied: [isDenied.get(row), answer]});
      onList.push({account, answer, token: contract});
    }
    const lists = await scope.held.versions<DenyListRow>('denyList');
    for (const held of lists) scope.named('denyList', held, held.row.id);
    for (const {address} of scope.contracts('aid')) {
      const key = contractRowId(chainId, address);
      const row = lists.find((held) => held.key === key)?.row;
      const own = onList.filter(({token}) => token === address);
      const counted = Promise.all(own.map(({answer}) => answer)).then((all) => all.filter(Boolean).length);
      const amounts = own.map(async ({account, answer}) => {
        const amount = await scope.ask(address, erc20.functions.balanceOf, {account});
        return (await answer) ? amount : 0n;
      });
      const total = Promise.all(amounts).then((all) => all.reduce((sum, one) => sum + one, 0n));
      scope.compareAll('denyList', key, {
        deniedCount: [row?.deniedCount ?? 0, counted],
        deniedBalance: [row?.deniedBalance ?? 0n, total],
      });
    }
  },
};

/** What a role row's id names: `<chain>-<contract>-<role>-<account>`. */
function namesOf(key: string, contractRole: string): Given {
  const [, contract = '', role = '', account = ''] = key.split('-');
  return {contract, contractRole, role, account};
}

const everGiven = (scope: Scope): Promise<Given[]> =>
  scope.held.facts<Given>(
    `SELECT DISTINCT contract, contract_role AS "contractRole", role, account FROM authority_act
     WHERE chain_id = $1 AND height <= $2 AND role IS NOT NULL AND account IS NOT NULL`,
  );
