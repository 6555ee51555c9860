import * as pausable from '../../abi/aid';
import type {ContractStateRow} from '../../domain/contractState';
import {contractRowId} from '../../domain/ids';
import type {Subject} from '../subject';

/** ERC-1967: keccak256 of `eip1967.proxy.implementation`, `.beacon` and `.admin`, each less 1. */
const IMPLEMENTATION = '0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc';
const BEACON = '0xa3f0ad74e5423aebfd80d3ef4346578335a9a72aeaee59ff6cb3582b35133d50';
const ADMIN = '0xb53127684a568b3173ae13b9f8a6016e243e63b6e8ee1178d6a717850b5d6103';

/** Which code a contract runs, and whether it is paused, where a log ever told. */
export const contracts: Subject = {
  name: 'contracts',
  async audit(scope) {
    const rows = await scope.held.versions<ContractStateRow>('contractState');
    const acts = await scope.held.facts<{contract: string}>(
      `SELECT DISTINCT contract FROM authority_act WHERE chain_id = $1 AND height <= $2
       AND kind IN ('PAUSED', 'UNPAUSED', 'UPGRADED', 'BEACON_UPGRADED', 'PROXY_ADMIN_CHANGED')`,
    );
    for (const held of rows) {
      const {key, row} = held;
      const address = key.slice(key.indexOf('-') + 1);
      scope.named('contractState', held, contractRowId(scope.network.chainId, row.contract));
      if (row.paused !== null)
        scope.compareAll('contractState', key, {
          paused: [row.paused, scope.ask(address, pausable.functions.paused, {})],
        });
      const slots = {
        implementation: [row.implementation, IMPLEMENTATION],
        beacon: [row.beacon, BEACON],
        proxyAdmin: [row.proxyAdmin, ADMIN],
      } as const;
      for (const [field, [value, slot]] of Object.entries(slots))
        if (value !== null) scope.compareAll('contractState', key, {[field]: [value, scope.addressIn(address, slot)]});
    }
    const known = new Set(rows.map(({key}) => key));
    for (const {contract} of acts) {
      const key = contractRowId(scope.network.chainId, contract);
      if (!known.has(key)) scope.compareAll('contractState', key, {row: [null, 'told by a log']});
    }
  },
};
