import {evolveTopic, topicKey, type UnrecognizedTopicRow} from '../domain/unrecognizedTopic';
import {UnrecognizedTopic} from '../model';
import {projection} from './projection';

export const unrecognizedTopic = projection<UnrecognizedTopicRow, 'LogUnrecognized'>({
  name: 'unrecognizedTopic',
  version: 1,
  kind: 'state',
  entity: UnrecognizedTopic,
  handles: ['LogUnrecognized'],
  keys: (event) => [topicKey(event)],
  evolve: evolveTopic,
});
