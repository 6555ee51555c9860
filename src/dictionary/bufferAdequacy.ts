import {each, nullable, typesOf, type Nulls} from './definition';
import {VAULT_EVENTS} from '../domain/stakingVault';

const NO_FUND: Nulls = {
  NOT_APPLICABLE: 'no chain has a vault',
  NO_OBSERVATION: 'the book of a vault was never read',
};
const NO_TERMS: Nulls = {...NO_FUND, NOT_APPLICABLE: 'no chain has a vault, or the network sets no stress'};

export const bufferTypes = typesOf('bufferAdequacy', VAULT_EVENTS, {
  BufferAnswer: {
    ...each(nullable('AID wei', NO_FUND), 'buffer', 'deployed', 'book'),
    ...each(nullable('AID wei', NO_TERMS), 'stressLoss', 'stressOutflow'),
    adequacy: nullable('fraction', {...NO_TERMS, NOT_APPLICABLE: `${NO_TERMS.NOT_APPLICABLE}, or the stress is 0`}),
    ...each(
      nullable('fraction', {...NO_TERMS, NOT_APPLICABLE: `${NO_TERMS.NOT_APPLICABLE}, or buffer + deployed is 0`}),
      'share',
      'shareGap',
    ),
    targetShare: nullable('fraction', NO_TERMS),
  },
});
