import {ObjectType} from 'type-graphql';
import {
  Amount,
  Count,
  OptionalAmount,
  OptionalRate,
  OptionalText,
  OptionalTime,
  Part,
  Text,
  WholeNumber,
} from './fields';
import {FieldReasonPart} from './reasons';

@ObjectType({description: 'A payment that is not what the policy makes of the same money'})
export class PaymentDeviationPart {
  @WholeNumber()
  requestId!: bigint;

  @Amount('AID wei')
  paid!: bigint;

  @Amount('AID wei the policy would have paid')
  expected!: bigint;
}

@ObjectType({description: 'A settlement whose payments are not those of its policy: POLICY_MISMATCH'})
export class PolicyMismatchPart {
  @WholeNumber()
  cycleId!: bigint;

  @Text('FIFO, PRO_RATA or COHORT: what it was held against')
  policy!: string;

  @Part(() => [PaymentDeviationPart])
  deviations!: PaymentDeviationPart[];
}

@ObjectType({description: 'AID that came into the vault, or left it, since the settlement before'})
export class LiquiditySourcePart {
  @Text('HELD_BEFORE, DEPOSITED, RETURNED (capital and income), REVENUE, DEPLOYED or PAID_BETWEEN')
  source!: string;

  @Amount('AID wei, signed: what left is negative; together they are the liquidity of the settlement')
  amount!: bigint;
}

@ObjectType({
  description:
    'The account of a cycle in AID wei: opening + requested = filled + filledBetween + cancelled + rolled + open + residual. ' +
    'Cycle 0 is that of requests outside of every cycle, which wait for one to be opened',
})
export class CyclePart {
  @WholeNumber()
  cycleId!: bigint;

  @Text('OUTSIDE (cycle 0), OPENED or SETTLED')
  status!: string;

  @Text('FIFO, PRO_RATA or COHORT')
  policy!: string;

  @Text(
    'PARAMETERS (of the network file, at the settlement), CYCLE (as declared when opened) or CONTRACT (oldest first)',
  )
  policySource!: string;

  @OptionalText('As declared when it was opened; null NOT_APPLICABLE for cycle 0')
  declaredPolicy!: string | null;

  @OptionalTime('Requests made from here on belong to it; null NOT_APPLICABLE for cycle 0')
  opensAt!: Date | null;

  @OptionalTime('Requests made before are due; null NOT_APPLICABLE for cycle 0')
  cutoffAt!: Date | null;

  @OptionalTime('It can be settled from here on; null NOT_APPLICABLE for cycle 0')
  settlesAt!: Date | null;

  @OptionalTime('null NOT_APPLICABLE before the settlement')
  settledAt!: Date | null;

  @Count('Requests that carry its id')
  requestCount!: number;

  @OptionalAmount('Owed since earlier settlements, or since before it was opened')
  opening!: bigint | null;

  @OptionalAmount('Asked for in it')
  requested!: bigint | null;

  @OptionalAmount('Paid by its settlement; 0 before')
  filled!: bigint | null;

  @OptionalAmount('Paid outside of settlements')
  filledBetween!: bigint | null;

  @OptionalAmount('0: a request cannot be taken back')
  cancelled!: bigint | null;

  @OptionalAmount(
    'Left to the next settlement; of cycle 0 moved into cycles; null NOT_APPLICABLE before the settlement',
  )
  rolled!: bigint | null;

  @OptionalAmount('Still owed; 0 after the settlement')
  open!: bigint | null;

  @OptionalAmount(
    'What the identity leaves: not 0 where the contract was due another sum than the log says; null before the settlement',
  )
  residual!: bigint | null;

  @OptionalAmount('Due at the settlement, as the contract says; null NOT_APPLICABLE before')
  due!: bigint | null;

  @OptionalAmount('AID in the vault just before the settlement paid; null NOT_APPLICABLE before')
  liquid!: bigint | null;

  @OptionalRate('filled / due; null NOT_APPLICABLE before the settlement or when nothing was due')
  fillRatio!: string | null;

  @OptionalRate(
    'Days between request and payment by its settlement (of cycle 0: outside of settlements), weighted by AID; null NOT_APPLICABLE without a payment',
  )
  daysToPay!: string | null;

  @Part(() => [LiquiditySourcePart], 'Of the liquidity of its settlement; empty before')
  liquiditySources!: LiquiditySourcePart[];

  @OptionalText('AGREES or POLICY_MISMATCH: its payments against the policy; null NOT_APPLICABLE before the settlement')
  verdict!: Promise<string | null>;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}
