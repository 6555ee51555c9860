import {bridgeLegFact, bridgeLegKey, type BridgeTransferRow} from '../domain/bridgeTransfer';
import {evolveSupplyCause, SUPPLY_EVENTS, supplyCauseKeys, type SupplyCauseRow} from '../domain/supplyCause';
import {supplyChangeFact, supplyChangeKeys, type SupplyChangeRow} from '../domain/supplyChange';
import {chainRowId} from '../domain/ids';
import {BridgeTransfer, SupplyCause, SupplyChange} from '../model';
import {projection} from './projection';

export const supplyCause = projection<SupplyCauseRow, (typeof SUPPLY_EVENTS)[number]>({
  name: 'supplyCause',
  version: 1,
  kind: 'state',
  entity: SupplyCause,
  handles: SUPPLY_EVENTS,
  keys: supplyCauseKeys,
  evolve: evolveSupplyCause,
});

export const supplyChange = projection<SupplyChangeRow, (typeof SUPPLY_EVENTS)[number]>({
  name: 'supplyChange',
  version: 1,
  kind: 'fact',
  entity: SupplyChange,
  handles: SUPPLY_EVENTS,
  keys: supplyChangeKeys,
  reads: (event) => supplyCauseKeys(event).map((id) => ({projection: supplyCause, id})),
  evolve: (_row, event, id, read) => supplyChangeFact(event, id, read(supplyCause, chainRowId(event.meta.chainId))),
});

export const bridgeTransfer = projection<BridgeTransferRow, 'BridgeSent' | 'BridgeReceived'>({
  name: 'bridgeTransfer',
  version: 1,
  kind: 'fact',
  entity: BridgeTransfer,
  handles: ['BridgeSent', 'BridgeReceived'],
  keys: (event) => [bridgeLegKey(event)],
  evolve: (_row, event) => bridgeLegFact(event),
});
