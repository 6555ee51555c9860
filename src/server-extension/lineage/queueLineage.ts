import {known, METHODOLOGY} from '../../domain/methodology';
import {queueCoverages} from '../unstakeQueueAnswer';
import {vaultRow} from '../vaultRow';
import type {LineageMetrics} from './metric';
import {facts} from './source';

/** What the vault owes to those who asked to leave (metrics.md 3.5). */
export const QUEUE_LINEAGE: LineageMetrics = {
  'unstakeQueue.pending': {
    key: null,
    trace: async ({em, held, point}) => {
      const {key, chainId} = vaultRow(held, 'withdrawalQueue');
      const [answered] = await queueCoverages(em, held, [point]);
      return {
        value: known(`${answered?.answer.pending ?? 0n}`),
        methodologyVersion: METHODOLOGY.unstakeQueue,
        formula: 'queue.pending',
        parameters: {vault: key.slice(`${chainId}-`.length)},
        terms: {},
        causes: [
          facts({
            ...{term: 'queue', projection: 'vaultFlow', table: 'vault_flow', key: 'vault'},
            where: `f.vault = $1 AND f.height <= $2 AND f.kind IN ('UNSTAKE', 'FILL') AND f.amount <> 0`,
            parameters: [key, point.height],
          }),
        ],
      };
    },
  },
};
