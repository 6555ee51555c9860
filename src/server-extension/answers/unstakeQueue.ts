import {ObjectType} from 'type-graphql';
import {AsOf} from './asOf';
import {
  Amount,
  Count,
  Flag,
  OptionalAmount,
  OptionalCount,
  OptionalRate,
  OptionalText,
  Part,
  Text,
  Time,
} from './fields';
import {CyclePart, PolicyMismatchPart} from './queueCycle';
import {FieldReasonPart} from './reasons';

@ObjectType({description: 'How much of the way out depends on few'})
export class ExitConcentrationPart {
  @Count('Holders that count as the top: 10')
  topHolders!: number;

  @OptionalRate('Part of the pending AID owed to the top 10; null NOT_APPLICABLE when nothing is pending')
  pendingShare!: string | null;

  @OptionalRate('Part of the sAID held by its top 10 holders; null NOT_APPLICABLE without shares')
  sharesShare!: string | null;

  @OptionalRate('Sum of squares of the owners’ parts of the pending AID; null NOT_APPLICABLE when nothing is pending')
  pendingHhi!: string | null;

  @OptionalAmount('AID wei of the largest open request; null NOT_APPLICABLE without one')
  largestRequest!: bigint | null;

  @OptionalRate('Largest open request / AID in the vault; null NOT_APPLICABLE without one of them')
  largestToLiquid!: string | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({isAbstract: true})
class QueueCoverage {
  @Amount('AID wei owed to open requests')
  pending!: bigint;

  @Count()
  pendingRequests!: number;

  @OptionalAmount('AID wei in the vault; null NO_OBSERVATION on a chain without AID')
  liquid!: bigint | null;

  @OptionalRate('liquid / pending; null NOT_APPLICABLE when nothing is pending')
  coverage!: string | null;

  @OptionalText()
  coverageReason!: string | null;

  @OptionalRate('pending / liquid; null NOT_APPLICABLE when either is 0')
  pressure!: string | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];

  @Part(() => AsOf)
  asOf!: AsOf;

  @Text()
  methodologyVersion!: string;
}

@ObjectType({description: 'The queue out of sAID: who is owed what, in which order, and by which rule'})
export class UnstakeQueueAnswer extends QueueCoverage {
  @Text('FIFO, PRO_RATA or COHORT')
  policy!: string;

  @Text('PARAMETERS (of the network file), CYCLE (as declared) or CONTRACT (oldest first)')
  policySource!: string;

  @OptionalCount('Days within which the policy promises payment; null NOT_APPLICABLE without a promise')
  policyMaxDays!: number | null;

  @OptionalCount('Since the oldest open request; null NOT_APPLICABLE without one')
  oldestUnfilledSeconds!: Promise<number | null>;

  @Part(() => [CyclePart], 'Every cycle known, the newest first; cycle 0 last')
  cycles!: Promise<CyclePart[]>;

  @Part(() => [PolicyMismatchPart], 'Settlements that did not pay by their policy, the newest first')
  policyMismatches!: Promise<PolicyMismatchPart[]>;

  @Part(() => ExitConcentrationPart)
  exitConcentration!: Promise<ExitConcentrationPart>;
}

@ObjectType({description: 'The queue as of the last block before the end of a UTC bucket'})
export class UnstakeQueuePoint extends QueueCoverage {
  @Time()
  start!: Date;

  @Time('Exclusive')
  end!: Date;

  @Flag('Nothing changed in the bucket: the state before it')
  isCarried!: boolean;
}
