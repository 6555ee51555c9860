import {
  CUSTODY_EVENTS,
  custodyTransferKeys,
  evolveCustodyTransfer,
  type CustodyTransferRow,
} from '../domain/custodyTransfer';
import {CustodyTransfer} from '../model';
import {projection} from './projection';

/** A movement is written once, at the end of its block, with the cause that a later log of its transaction gives it. */
export const custodyTransfer = projection<CustodyTransferRow, (typeof CUSTODY_EVENTS)[number]>({
  name: 'custodyTransfer',
  version: 1,
  kind: 'fact',
  entity: CustodyTransfer,
  handles: CUSTODY_EVENTS,
  keys: custodyTransferKeys,
  evolve: evolveCustodyTransfer,
});
