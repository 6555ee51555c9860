import {BACKING_EVENTS} from './backing';
import {each, nullable, plain, typesOf, type Nulls} from './definition';

const UNSAID = 'the statement does not say';
const UNREAD: Nulls = {
  NOT_APPLICABLE: 'no feed is registered',
  NO_OBSERVATION: 'a feed has no report of the instant',
  INSUFFICIENT_HISTORY: 'the chain is not indexed that far back',
  PARTIAL: 'the supply of a chain is not known',
};

export const divergenceTypes = typesOf('sourceDivergence', [...BACKING_EVENTS, 'PriceAnswered'], {
  SourceDivergenceAnswer: {
    pairs: plain('-', 'of the newest statement that none corrects, and of every two fresh price feeds'),
  },
  DivergencePart: {
    ...each(plain('-'), 'name'),
    ...each(plain('-', 'who says it'), 'sourceA', 'sourceB'),
    a: nullable('USD, or AID for SUPPLY', {NOT_APPLICABLE: UNSAID}),
    b: nullable('as a', UNREAD),
    instant: nullable('UTC', {'-': 'never: both readings are of one instant'}),
    divergence: nullable('fraction', {
      ...UNREAD,
      NOT_APPLICABLE: `${UNSAID}, no feed is registered, or b is 0 and a is not`,
    }),
  },
});
