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
  OptionalTime,
  Part,
  Text,
  Time,
} from './fields';
import {FieldReasonPart} from './reasons';

@ObjectType({description: 'APY between two NAV marks'})
export class MarkApyPart {
  @Count('How many marks lie between the two compared')
  marks!: number;

  @OptionalRate()
  value!: string | null;

  @OptionalText()
  reason!: string | null;

  @OptionalTime()
  from!: Date | null;

  @OptionalTime()
  to!: Date | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({description: 'Rate of the staking NAV over a window that ends with the block asked about'})
export class WindowYieldPart {
  @Text('1d, 7d, 30d, 90d, 180d, YTD or INCEPTION')
  window!: string;

  @OptionalRate()
  apr!: string | null;

  @OptionalRate()
  apy!: string | null;

  @OptionalText()
  reason!: string | null;

  @OptionalCount('Last block at or before the start of the window')
  block0!: number | null;

  @OptionalCount()
  block1!: number | null;

  @OptionalCount('Between the timestamps of the two blocks')
  dtSeconds!: number | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({description: "Somebody else's formula on the same staking NAV"})
export class CompatYieldPart {
  @Text()
  name!: string;

  @OptionalRate()
  value!: string | null;

  @Text()
  formula!: string;

  @OptionalText()
  reason!: string | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({description: 'The yield of sAID. NAVs are AID per share; rates are signed fractions'})
export class StakingYieldAnswer {
  @OptionalRate('What a deposit pays per share')
  stakingNav!: string | null;

  @OptionalRate('What an exit receives per share, unrealised losses deducted')
  unstakingNav!: string | null;

  @OptionalRate('10,000 (1 - unstaking NAV / staking NAV)')
  navGapBps!: string | null;

  @OptionalAmount('AID wei')
  unrealizedLoss!: bigint | null;

  @OptionalAmount('AID wei, book value')
  totalAssets!: bigint | null;

  @Amount('sAID wei')
  totalShares!: bigint;

  @Part(() => [MarkApyPart])
  markApy!: MarkApyPart[];

  @Part(() => [WindowYieldPart])
  windows!: Promise<WindowYieldPart[]>;

  @OptionalRate('Days of holding that earn back the gap, at the APY of the last three marks')
  breakevenDays!: string | null;

  @OptionalRate()
  realisedApy!: string | null;

  @OptionalText()
  realisedApyReason!: string | null;

  @OptionalTime()
  nextMarkExpectedAt!: Date | null;

  @Part(() => [CompatYieldPart])
  compat!: Promise<CompatYieldPart[]>;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];

  @Part(() => AsOf)
  asOf!: AsOf;

  @Text()
  methodologyVersion!: string;
}

@ObjectType({description: 'The yield as of the last block before the end of a UTC bucket'})
export class StakingYieldPoint extends StakingYieldAnswer {
  @Time()
  start!: Date;

  @Time('Exclusive')
  end!: Date;

  @Flag('Nothing changed in the bucket: the state before it')
  isCarried!: boolean;
}
