import {each, nullable, plain, typesOf, type Nulls} from './definition';
import {BACKING_EVENTS} from './backing';
import {VAULT_EVENTS} from '../domain/stakingVault';
import {REDEEMER_EVENTS} from '../domain/redeemerState';

const UNREAD: Nulls = {
  NO_OBSERVATION: 'what it reads was never seen',
  STALE: 'what it reads is stale',
  PARTIAL: 'a part of what it reads is missing',
  NOT_APPLICABLE: 'there is nothing to read it from: no feed, no vault, no terms, or a denominator of 0',
};

const EVENTS = [...new Set([...BACKING_EVENTS, ...VAULT_EVENTS, ...REDEEMER_EVENTS, 'PriceAnswered' as const])];

export const earlyWarningTypes = typesOf('earlyWarning', EVENTS, {
  EarlyWarningAnswer: {
    score: nullable('points of a hundred', {PARTIAL: 'under 30 % of the weight is known'}),
    availableWeight: plain('weight', 'of the signals that have a score'),
    missingWeight: plain('weight', 'of the others'),
    signals: plain('-', 'every signal, known or not'),
  },
  EarlyWarningSignalPart: {
    ...each(plain('-'), 'name', 'formula'),
    weight: plain('weight'),
    reading: nullable('unit of the formula', UNREAD),
    ...each(plain('unit of the formula'), 'calm', 'alarm'),
    score: nullable('points of a hundred', UNREAD, '100 (reading - calm) / (alarm - calm), level at 0 and 100'),
  },
});
