import * as redeemer from '../../abi/redeemer';
import {contractRowId} from '../../domain/ids';
import type {RedeemerStateRow} from '../../domain/redeemerState';
import type {Subject} from '../subject';

const {redeemLimitPerDay, dailyRedeemed, collateralOf} = redeemer.functions;

/** The terms of redemption that an event told, and what was redeemed on the last day. */
export const redeemers: Subject = {
  name: 'redeemers',
  async audit(scope) {
    const rows = await scope.held.versions<RedeemerStateRow>('redeemerState');
    for (const {address} of scope.contracts('redeemer')) {
      const id = contractRowId(scope.network.chainId, address);
      if (rows.some(({key}) => key === id)) continue;
      // A redeemer whose limit was never set has no row.
      const limit = scope.ask(address, redeemLimitPerDay, {}).then((most) => (most === 0n ? null : most));
      scope.compareAll('redeemerState', id, {dailyLimit: [null, limit]});
    }
    for (const held of rows) {
      const {key, row} = held;
      const address = key.slice(key.indexOf('-') + 1);
      scope.named('redeemerState', held, contractRowId(scope.network.chainId, row.address));
      if (row.dailyLimit !== null)
        scope.compareAll('redeemerState', key, {
          dailyLimit: [row.dailyLimit, scope.ask(address, redeemLimitPerDay, {})],
        });
      // Before the first redemption there is no day to ask about.
      const redeemed = row.lastDay === null ? 0n : scope.ask(address, dailyRedeemed, {day: BigInt(row.lastDay)});
      scope.compareAll('redeemerState', key, {redeemedOnLastDay: [row.redeemedOnLastDay, redeemed]});
      if (row.collateral === null || row.isEnabled === null) continue;
      const terms = scope.ask(address, collateralOf, {collateral: row.collateral});
      scope.compareAll('redeemerState', key, {
        isEnabled: [row.isEnabled, terms.then(({enabled}) => enabled)],
        feeBps: [row.feeBps, terms.then(({redeemFeeBps}) => redeemFeeBps)],
      });
    }
  },
};
