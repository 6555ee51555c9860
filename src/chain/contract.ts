import type {EventBody} from '../domain/event';
import type {Network, NetworkContract, Role} from './networks';

/** The part of a generated event that decoding needs. */
interface AbiEvent<P> {
  readonly topic: string;
  readonly signature: string;
  readonly params: object;
  decode(log: {topics: string[]; data: string}): P;
}

/** The part of a generated view that reading needs. */
interface AbiView {
  readonly selector: string;
  decodeResult(output: string): unknown;
}

/** What a decoder may know besides the log: the contract that said it and its network. */
export interface DecodeContext {
  readonly network: Network;
  readonly contract: NetworkContract;
}

export type Decoded = EventBody | readonly EventBody[] | undefined;

/** One event of an ABI: decoded, or ignored for a reason. */
export interface Rule {
  readonly topic: string;
  readonly topicCount: number;
  readonly signature: string;
  readonly ignoredBecause?: string;
  decode(log: {topics: string[]; data: string}, context: DecodeContext): Decoded;
}

/** One eth_call of an observation: the view and its calldata. */
export interface ViewCall {
  readonly name: string;
  readonly input: string;
  decode(output: string): bigint;
}

/** Views read together at one block; a view that reverted or is missing answers null. */
export interface Observation {
  readonly calls: readonly ViewCall[];
  toDomain(
    answers: Readonly<Record<string, bigint | null>>,
    at: {height: number; at: number},
    network: Network,
  ): EventBody;
}

/** A contract of the protocol: what its events mean to us, which do not matter, and which views are read. */
export interface ContractDefinition {
  readonly role: Role;
  readonly abis: readonly object[];
  readonly rules: ReadonlyMap<string, Rule>;
  readonly observation?: Observation;
}

/** Decoders are keyed by topic0 and the number of topics: an `indexed` that moved keeps topic0 but not the count. */
export const ruleKey = (topic0: string | undefined, topicCount: number): string => `${topic0 ?? ''}/${topicCount}`;

/** `toDomain` answers an event, several, or undefined where this log says nothing to us. */
export function on<P>(event: AbiEvent<P>, toDomain: (params: P, context: DecodeContext) => Decoded): Rule {
  return {
    topic: event.topic,
    topicCount: topicCountOf(event),
    signature: event.signature,
    decode: (log, context) => toDomain(event.decode(log), context),
  };
}

/** An event that is known and moves nothing we fold; the reason is for the reader. */
export function ignore<P>(event: AbiEvent<P>, because: string): Rule {
  return {
    topic: event.topic,
    topicCount: topicCountOf(event),
    signature: event.signature,
    ignoredBecause: because,
    decode: () => undefined,
  };
}

/** One view of an observation, by the name under which its answer is handed over. */
export function view(name: string, fun: AbiView, input: string): ViewCall {
  return {name, input, decode: (output) => fun.decodeResult(output) as bigint};
}

export function defineContract(definition: {
  role: Role;
  abis: readonly object[];
  on: readonly Rule[];
  observe?: Observation;
}): ContractDefinition {
  const rules = new Map<string, Rule>();
  for (const rule of definition.on) {
    const key = ruleKey(rule.topic, rule.topicCount);
    if (rules.has(key)) throw new Error(`${definition.role} names ${rule.signature} twice`);
    rules.set(key, rule);
  }
  return {role: definition.role, abis: definition.abis, rules, observation: definition.observe};
}

const topicCountOf = (event: {readonly params: object}): number =>
  1 + Object.values(event.params).filter((param: {indexed?: boolean}) => param.indexed === true).length;
