import * as said from '../../abi/said';
import {instant, named} from '../../chain/words';
import {FILL_POLICIES} from '../../domain/event';
import {contractRowId, cycleRowId} from '../../domain/ids';
import type {WithdrawalCycleRow} from '../../domain/withdrawalCycleRow';
import {missingIds, type Subject} from '../subject';

/** The withdrawal cycles: their times, their policy, and which of them are settled. */
export const cycles: Subject = {
  name: 'cycles',
  async audit(scope) {
    const rows = await scope.held.versions<WithdrawalCycleRow>('withdrawalCycle');
    for (const held of rows) scope.named('withdrawalCycle', held, cycleRowId(held.row.vault, held.row.cycleId));
    for (const {address} of scope.contracts('said')) {
      const id = contractRowId(scope.network.chainId, address);
      // Cycle 0 is the account of what is asked for outside of every cycle: the contract has none.
      const own = rows.filter(({key}) => key.startsWith(`${id}-`) && key !== cycleRowId(id, 0n));
      for (const {key, row} of own) {
        const cycleId = BigInt(key.slice(id.length + 1));
        const cycle = scope.ask(address, said.functions.cycleOf, {cycleId});
        scope.compareAll('withdrawalCycle', key, {
          opensAt: [row.opensAt, cycle.then(({opensAt}) => instant(opensAt))],
          cutoffAt: [row.cutoffAt, cycle.then(({cutoffAt}) => instant(cutoffAt))],
          settlesAt: [row.settlesAt, cycle.then(({settlesAt}) => instant(settlesAt))],
          policy: [row.policy, cycle.then(({policy}) => named(FILL_POLICIES, policy, 'fill policy'))],
          status: [row.status, cycle.then(({isSettled}) => (isSettled ? 'SETTLED' : 'OPENED'))],
        });
      }
      await missingIds(scope, 'withdrawalCycle', {
        last: scope.ask(address, said.functions.lastCycleId, {}),
        held: own.map(({row}) => row.cycleId),
        rowOf: (cycleId) => cycleRowId(id, cycleId),
      });
    }
  },
};
