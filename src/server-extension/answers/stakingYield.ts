import {ObjectType} from 'type-graphql';
import {AsOf} from './asOf';
import {
  Amount,
  Flag,
  OptionalAmount,
  OptionalPart,
  OptionalRate,
  OptionalText,
  OptionalTime,
  Part,
  Text,
  Time,
} from './fields';
import {NavReconciliationPart} from './navBook';
import {FieldReasonPart} from './reasons';
import {MarketDiscountPart, RealisedYieldPart, YieldMeansPart, YieldRiskPart} from './yieldDetail';
import {CompatYieldPart, MarkApyPart, WindowYieldPart} from './yieldParts';

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

  @OptionalRate('apyRealised of `realised`: what holders who left in the last 365 days got, their wait included')
  realisedApy!: Promise<string | null>;

  @OptionalText('Why realisedApy is null')
  realisedApyReason!: Promise<string | null>;

  @Part(() => RealisedYieldPart)
  realised!: Promise<RealisedYieldPart>;

  @OptionalTime('Last mark plus the cadence of the network; null before the first')
  nextMarkExpectedAt!: Date | null;

  @Part(() => YieldMeansPart)
  means!: Promise<YieldMeansPart>;

  @Part(() => YieldRiskPart)
  risk!: Promise<YieldRiskPart>;

  @OptionalPart(
    () => NavReconciliationPart,
    'The identity of the book at the last mark; null before the first that was read',
  )
  reconciliation!: Promise<NavReconciliationPart | null>;

  @OptionalRate('discountBps of `market`: 10,000 (1 - market price / unstaking NAV)')
  discountBps!: Promise<string | null>;

  @Part(() => MarketDiscountPart)
  market!: Promise<MarketDiscountPart>;

  @OptionalRate('Simple yearly rate of what vests, never an APY; null where the vault vests nothing')
  accrualRate!: string | null;

  @Part(() => [CompatYieldPart])
  compat!: Promise<CompatYieldPart[]>;

  @Part(() => [FieldReasonPart])
  reasons!: Promise<FieldReasonPart[]>;

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
