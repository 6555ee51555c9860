import {each, nullable, plain, typesOf} from './definition';

const UNPUBLISHED = {NO_OBSERVATION: 'no day is published yet'};
const MISSING = {
  NO_OBSERVATION: 'the value was missing for that reason',
  INSUFFICIENT_HISTORY: 'likewise',
  STALE: 'likewise',
  PARTIAL: 'likewise',
  REVERTED: 'likewise',
  NOT_APPLICABLE: 'likewise',
  MARK_OVERDUE: 'likewise',
  NOT_COMPUTED: 'likewise',
};

export const restatementTypes = typesOf(null, [], {
  RestatementsAnswer: {
    restatements: plain('-', 'one page, in the order in which they were made'),
    lastCursor: nullable('-', {NOT_APPLICABLE: 'the page is empty'}),
  },
  RestatementPart: {
    ...each(
      plain('-'),
      'metric',
      'key',
      'oldVersions',
      'newVersions',
      'oldMethodologyVersion',
      'newMethodologyVersion',
    ),
    day: plain('UTC'),
    revision: plain('count'),
    ...each(nullable('of the metric', MISSING), 'oldValue', 'newValue'),
    oldReason: nullable('-', {NOT_APPLICABLE: 'oldValue is not null'}),
    newReason: nullable('-', {NOT_APPLICABLE: 'newValue is not null'}),
    reason: plain('-', 'differences of the two sets of versions; it is not found out which of several made the change'),
    knownAt: plain('UTC'),
  },
  PublishedMetricPart: each(plain('-'), 'metric', 'kind', 'version'),
  PublishedAnswer: {
    metrics: plain('-', 'src/domain/published.ts'),
    ...each(plain('days'), 'days', 'outdatedDays'),
    firstDay: nullable('UTC', UNPUBLISHED),
    lastDay: nullable('UTC', UNPUBLISHED),
    knownAt: nullable(
      'UTC',
      UNPUBLISHED,
      'time of the block with which the close of that day was final on every chain',
    ),
    ...each(plain('count'), 'values', 'restatements'),
    keys: plain('-', 'sorted'),
  },
});
