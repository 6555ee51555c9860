import {CUSTODY_EVENTS} from '../domain/custodyTransfer';
import {VAULT_EVENTS} from '../domain/stakingVault';
import {TRAIL_EVENTS} from '../domain/transferTrail';
import {each, nullable, plain, typesOf} from './definition';

const OF_NO_ASSET = {NOT_APPLICABLE: 'it names no asset'};

const EVENTS = [...new Set([...CUSTODY_EVENTS, ...TRAIL_EVENTS, ...VAULT_EVENTS])];

export const flowTypes = typesOf('flowOfFunds', EVENTS, {
  FlowAnswer: {
    checks: plain('-', 'sums of edges beside what vault, token and distributor say of the same'),
    nodes: plain('-', 'whoever held something at an end, or moved something'),
    edges: plain(
      '-',
      'movements of the blocks after opening up to asOf, those of the same ends, cause and asset as one',
    ),
    residual: plain('WAD of both media'),
    ...each(plain('UTC'), 'from', 'to'),
    opening: nullable('-', {NO_OBSERVATION: 'no block is held before from: everything was 0'}),
  },
  FlowNodePart: {
    ...each(plain('-'), 'id', 'medium', 'node'),
    assetId: nullable('bytes32', {NOT_APPLICABLE: 'no DEAL'}),
    ...each(plain('WAD'), 'opening', 'inflow', 'outflow', 'closing', 'residual'),
  },
  FlowEdgePart: {
    ...each(plain('-'), 'medium', 'from', 'to', 'cause'),
    assetId: nullable('bytes32', OF_NO_ASSET),
    amount: plain('WAD', 'sum of the movements'),
    count: plain('count'),
  },
  FlowCheckPart: {
    name: plain('-', 'what is held against the running sums: SUPPLY, STAKED, DEPLOYED_AID, FEES and so on'),
    ...each(plain('WAD'), 'edges', 'told', 'residual'),
  },
});
