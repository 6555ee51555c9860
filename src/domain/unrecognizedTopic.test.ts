import {USDC, event, given} from '../test/given';
import {evolveTopic, topicKey} from './unrecognizedTopic';

const TOPIC = `0x${'ab'.repeat(32)}`;

test('logs that no decoder knows are counted by contract and topic, from the first to the last', () => {
  const first = event('LogUnrecognized', {topic0: TOPIC}, {height: 3});
  const last = event('LogUnrecognized', {topic0: TOPIC}, {height: 8});
  given(evolveTopic, first).when(last).then({
    role: 'aid',
    topic0: TOPIC,
    count: 2,
    firstRecord: first.meta.record,
    lastRecord: last.meta.record,
  });
  expect(topicKey(first)).toBe(topicKey(last));
});

test('topics and contracts are told apart, and a log without topics has a count of its own', () => {
  const keys = [
    topicKey(event('LogUnrecognized', {topic0: TOPIC})),
    topicKey(event('LogUnrecognized', {topic0: null})),
    topicKey(event('LogUnrecognized', {topic0: TOPIC}, {by: USDC})),
  ];
  expect(new Set(keys).size).toBe(3);
});
