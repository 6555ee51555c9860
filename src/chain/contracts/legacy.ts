import * as aidAlphaAbi from '../../abi/aidAlpha';
import * as migrationAbi from '../../abi/migration';
import {defineContract, ignore, on} from '../contract';

const LEGACY = 'AID Alpha ended with the launch of AID; its pools are kept in the log and not folded';

/** The deposit pools before AID. */
export const aidAlpha = defineContract({
  role: 'aidAlpha',
  abis: [aidAlphaAbi],
  on: Object.values(aidAlphaAbi.events).map((event) => ignore<unknown>(event, LEGACY)),
});

/** Turns AID Alpha into AID; the AID it mints is counted by AID's own transfers, here is why. */
export const migration = defineContract({
  role: 'migration',
  abis: [migrationAbi],
  on: [on(migrationAbi.events.MigrationCompleted, (migrated) => ({type: 'AidMigrated', ...migrated}))],
});
