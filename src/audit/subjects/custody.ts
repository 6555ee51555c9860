import * as erc20 from '../../abi/erc20';
import {custodyOf} from '../../chain/networks';
import type {CustodyBalanceRow} from '../../domain/custodyBalance';
import {balanceRowId, contractRowId} from '../../domain/ids';
import type {ReserveComponentRow} from '../../domain/reserve';
import {toWad} from '../../domain/units';
import type {Subject} from '../subject';

/** What custody holds of each stablecoin of the reserves: by address, whether it has a row or not, and in all. */
export const custody: Subject = {
  name: 'custody',
  async audit(scope) {
    const {chainId} = scope.network;
    const balances = await scope.held.versions<CustodyBalanceRow>('custodyBalance');
    const components = await scope.held.versions<ReserveComponentRow>('reserveComponent');
    const rows = new Map(balances.map(({key, row}) => [key, row]));
    for (const held of balances) scope.named('custodyBalance', held, balanceRowId(held.row.component, held.row.holder));
    for (const held of components) scope.named('reserveComponent', held, contractRowId(chainId, held.row.address));
    for (const {address, decimals = 18} of scope.contracts('reserveAsset')) {
      const component = contractRowId(chainId, address);
      const own = balances.map(({key}) => key.split(`${component}-`)[1] ?? '').filter((holder) => holder !== '');
      const answers = [...new Set([...custodyOf(scope.network), ...own])].map((holder) => {
        const id = balanceRowId(component, holder);
        const row = rows.get(id);
        const amount = scope.ask(address, erc20.functions.balanceOf, {account: holder});
        // An address that never held any has no row.
        const told = amount.then((units) => (row === undefined && units === 0n ? null : units));
        scope.compareAll('custodyBalance', id, {
          amount: [row?.amount, told],
          ...(row && {valueUsd: [row.valueUsd, amount.then((units) => toWad(units, decimals))]}),
        });
        return amount;
      });
      const row = components.find(({key}) => key === component)?.row;
      const sum = Promise.all(answers).then((amounts) => amounts.reduce((all, amount) => all + amount, 0n));
      const told = sum.then((units) => (row === undefined && units === 0n ? null : units));
      scope.compareAll('reserveComponent', component, {
        amount: [row?.amount, told],
        ...(row && {valueUsd: [row.valueUsd, sum.then((units) => toWad(units, decimals))]}),
      });
    }
  },
};
