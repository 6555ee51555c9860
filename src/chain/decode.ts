import type {DomainEvent, EventBody, EventMeta} from '../domain/event';
import type {ChainRecord, LogRecord, ReadingRecord} from '../domain/record';
import {decodeReport} from './decodeReport';
import {ruleKey, type ContractDefinition, type Decoded} from './contract';
import {CONTRACTS} from './contracts';
import type {Network, NetworkContract} from './networks';

/** Which contract of the network an address is at a block. */
export function contractAt(network: Network, address: string, height: number): NetworkContract | undefined {
  return network.contracts.find(
    (contract) =>
      contract.address === address &&
      contract.fromBlock <= height &&
      (contract.toBlock === undefined || height <= contract.toBlock),
  );
}

/**
 * Records, in order of their ids, as events of the domain. Pure: the same live and on replay.
 * A log of a tracked contract that no rule knows becomes `LogUnrecognized`.
 * @throws the decoder's own error when a known topic carries data that does not fit its ABI
 */
export function decode(records: readonly ChainRecord[], network: Network): DomainEvent[] {
  const events: DomainEvent[] = [];
  for (const group of groups(records)) {
    const [first] = group;
    if (first.kind === 'REPORT') {
      events.push(decodeReport(first));
      continue;
    }
    const contract = contractAt(network, first.address, first.height);
    const definition = contract && CONTRACTS.get(contract.role);
    if (contract === undefined) continue;
    const bodies =
      first.kind === 'LOG'
        ? decodeLog(first, {network, contract}, definition)
        : decodeReadings(group as readonly ReadingRecord[], network, definition);
    bodies.forEach((body, part) => events.push({...body, meta: metaOf(group, contract, part)}));
  }
  return events;
}

type Group = readonly [ChainRecord, ...ChainRecord[]];

/** Neighbouring readings of one contract at one state belong together; a log or a report stands alone. */
function groups(records: readonly ChainRecord[]): Group[] {
  const all: [ChainRecord, ...ChainRecord[]][] = [];
  for (const record of records) {
    const last = all.at(-1);
    if (last !== undefined && sameReading(last[0], record)) last.push(record);
    else all.push([record]);
  }
  return all;
}

const sameReading = (a: ChainRecord, b: ChainRecord): boolean =>
  a.kind === 'READING' &&
  b.kind === 'READING' &&
  a.address === b.address &&
  a.height === b.height &&
  a.readHash === b.readHash;

function decodeLog(
  log: LogRecord,
  context: {network: Network; contract: NetworkContract},
  definition: ContractDefinition | undefined,
): readonly EventBody[] {
  const topics = [...log.topics];
  const rule = definition?.rules.get(ruleKey(topics[0], topics.length));
  if (rule === undefined) return [{type: 'LogUnrecognized', topic0: topics[0] ?? null}];
  return asList(rule.decode({topics, data: log.data}, context));
}

function decodeReadings(
  readings: readonly ReadingRecord[],
  network: Network,
  definition: ContractDefinition | undefined,
): EventBody[] {
  const observation = definition?.observation;
  const [first] = readings;
  if (observation === undefined || first === undefined) return [];
  const answers = observation.calls.map((call) => {
    const reading = readings.find(({input}) => input === call.input);
    const answered = reading !== undefined && !reading.reverted && reading.data !== '0x';
    return [call.name, answered ? call.decode(reading.data) : null] as const;
  });
  return [observation.toDomain(Object.fromEntries(answers), {height: first.readHeight, at: first.readAt}, network)];
}

function asList(decoded: Decoded): readonly EventBody[] {
  if (decoded === undefined) return [];
  return 'type' in decoded ? [decoded] : decoded;
}

function metaOf(group: Group, contract: NetworkContract, part: number): EventMeta {
  const [first] = group;
  return {
    chainId: first.chainId,
    height: first.height,
    blockHash: first.blockHash,
    at: first.at,
    address: first.address,
    role: contract.role,
    name: contract.name,
    decimals: contract.decimals ?? null,
    txHash: first.kind === 'LOG' ? first.txHash : '',
    record: first.id,
    part,
    causes: group.map((record) => record.id),
  };
}
