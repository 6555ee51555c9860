import {SUPPLY_EVENTS} from '../domain/supplyCause';
import {each, nullable, plain, typesOf, type Nulls} from './definition';

const NO_BRIDGE: Nulls = {
  NOT_APPLICABLE: 'one chain and no bridge',
  NO_OBSERVATION: 'several chains, and one does not say which endpoint it is',
};
const NOT_BOOKED: Nulls = {NOT_COMPUTED: 'the causes do not sum to what was minted and burned'};

export const supplyTypes = [
  ...typesOf('supply', [...SUPPLY_EVENTS, 'DenyListChanged', 'RoleGranted', 'RoleRevoked'], {
    SupplyAnswer: {
      total: plain(
        'AID wei',
        'PARTIAL in reasons while a chain is not indexed at all, or more came back than was sent',
      ),
      ...each(plain('-'), 'byChain', 'byCause'),
      inFlight: nullable('AID wei', NO_BRIDGE),
      inFlightReason: nullable('-', {'-': 'inFlight is known'}),
      away: nullable('AID wei', {...NO_BRIDGE, PARTIAL: 'more came back than was ever sent'}),
      unmatchedReceived: nullable('AID wei', NO_BRIDGE),
      ...each(plain('AID wei'), 'liabilities', 'deniedBalance'),
      ...each(plain('AID wei', 'PARTIAL in reasons where flash mints cannot be netted'), 'minted', 'burned'),
      unclassifiedShare: nullable('fraction', {...NOT_BOOKED, NOT_APPLICABLE: 'nothing was minted or burned'}),
      ...each(nullable('AID wei', NOT_BOOKED), 'flashMinted', 'flashFees'),
      ...each(plain('count'), 'deniedAccounts', 'denyListDisagreements'),
    },
    CausePart: {
      cause: plain('-'),
      ...each(plain('AID wei'), 'minted', 'burned', 'net'),
    },
  }),
  ...typesOf('supply', ['TokenTransferred'], {
    ChainSupplyPart: {network: plain('-'), supply: plain('AID wei', 'minted - burned by transfers from and to 0')},
  }),
];
