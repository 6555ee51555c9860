import {REDEEMER_EVENTS} from '../domain/redeemerState';
import {each, nullable, plain, typesOf} from './definition';

const UNSEEN = 'before its terms or a redemption are seen';
const OF_SAID = {NOT_APPLICABLE: 'of the route of SAID'};
const UNLIMITED = {...OF_SAID, NO_OBSERVATION: 'no limit was ever seen'};

const EVENTS = [
  ...REDEEMER_EVENTS,
  'CustodyTransferred',
  'TokenTransferred',
  'UnstakeRequested',
  'UnstakeFilled',
] as const;

export const redemptionTypes = typesOf('redemptionRoutes', EVENTS, {
  RedemptionRouteAnswer: {
    ...each(plain('-'), 'route', 'access', 'settlement'),
    name: plain('-', 'name of the contract in the network file'),
    contract: plain('address'),
    outputAsset: nullable('address', {NO_OBSERVATION: `AID: ${UNSEEN}; SAID: the chain has no AID at the block`}),
    outputName: nullable(
      '-',
      {NO_OBSERVATION: 'as outputAsset, or the stablecoin is not in the network file'},
      'name of the token in the network file',
    ),
    feeBps: nullable('bps', {NO_OBSERVATION: 'no event says it; of SAID none ever does'}),
    capacity: nullable(
      'AID wei',
      {NO_OBSERVATION: 'float or limit is not known'},
      'AID: min(payoutFloat, remainingAllowance), 0 where redemptions are disabled',
    ),
    payoutFloat: nullable('AID wei', {NO_OBSERVATION: `AID: ${UNSEEN}; SAID: the chain has no AID at the block`}),
    dailyLimit: nullable('AID wei', UNLIMITED),
    redeemedToday: nullable('AID wei', OF_SAID),
    remainingAllowance: nullable('AID wei', UNLIMITED, 'max(0, dailyLimit - redeemedToday), as the contract counts'),
    pendingAhead: nullable('AID wei', {NOT_APPLICABLE: 'of a route of AID: it pays at once'}),
    evidence: plain('-', 'what the fields of the route rest on'),
  },
  RouteEvidencePart: {
    field: plain('-', 'name of the field'),
    provenance: plain('-', 'EVENT, BLOCK_READ, ATTESTED or DERIVED'),
    basis: plain('-'),
    height: nullable('block', {NO_OBSERVATION: 'nothing changed it yet, or it is no fact of the chain'}),
  },
});
