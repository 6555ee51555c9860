import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {Interface, type InterfaceAbi} from 'ethers';
import {defineContract, ruleKey, type ContractDefinition} from '../chain/contract';
import {CONTRACTS} from '../chain/contracts';

const PROJECT = path.resolve(__dirname, '../..');
const NAMES = readdirSync(path.join(PROJECT, 'abi')).map((file) => path.basename(file, '.json'));
const DEFINITIONS = [...CONTRACTS.values()];

interface Published {
  readonly signature: string;
  readonly key: string;
}

/** The events of a published ABI, as ethers reads it. */
function eventsOf(name: string): Published[] {
  const abi = new Interface(
    JSON.parse(readFileSync(path.join(PROJECT, 'abi', `${name}.json`), 'utf8')) as InterfaceAbi,
  );
  const events: Published[] = [];
  abi.forEachEvent((event) => {
    const topics = 1 + event.inputs.filter(({indexed}) => indexed === true).length;
    events.push({signature: event.format('full'), key: ruleKey(event.topicHash, topics)});
  });
  return events;
}

/** Whether a definition names the module generated from an ABI as its own. */
const isOf = ({abis}: ContractDefinition, name: string): boolean =>
  abis.includes(jest.requireActual<object>(path.join(PROJECT, 'src', 'abi', name)));

test.each(NAMES)('every event of abi/%s.json is decoded, or ignored for a reason', (name) => {
  const definitions = DEFINITIONS.filter((definition) => isOf(definition, name));
  expect(definitions.map(({role}) => role)).not.toEqual([]);
  for (const {role, rules} of definitions) {
    const forgotten = eventsOf(name).filter(({key}) => !rules.has(key));
    expect({role, forgotten: forgotten.map(({signature}) => signature)}).toEqual({role, forgotten: []});
  }
});

test('what is ignored is ignored for a reason', () => {
  const rules = DEFINITIONS.flatMap(({role, rules: all}) => [...all.values()].map((rule) => ({role, ...rule})));
  const reasonless = rules.filter(({ignoredBecause}) => ignoredBecause !== undefined && !/\w \w/.test(ignoredBecause));
  expect(reasonless.map(({role, signature}) => `${role} ${signature}`)).toEqual([]);
  expect(rules.some(({ignoredBecause}) => ignoredBecause !== undefined)).toBe(true);
});

test('a rule is about an event of an ABI that its contract publishes', () => {
  const strangers = DEFINITIONS.flatMap((definition) => {
    const names = NAMES.filter((name) => isOf(definition, name));
    const published = new Set(names.flatMap((name) => eventsOf(name).map(({key}) => key)));
    return [...definition.rules]
      .filter(([key]) => !published.has(key))
      .map(([, {signature}]) => `${definition.role} ${signature} is in none of ${names.join()}`);
  });
  expect(strangers).toEqual([]);
});

test('a contract that speaks of one event twice is refused', () => {
  const [definition] = DEFINITIONS;
  if (definition === undefined) throw new Error('no contract is defined');
  const rules = [...definition.rules.values()];
  expect(() => defineContract({role: definition.role, abis: definition.abis, on: [...rules, ...rules]})).toThrow(
    'twice',
  );
});
