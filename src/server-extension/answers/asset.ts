import {ObjectType} from 'type-graphql';
import {AsOf} from './asOf';
import {AssetCreditFields} from './assetCredit';
import {Amount, Flag, OptionalCount, OptionalPart, OptionalRate, OptionalTime, Part, Text, Time} from './fields';
import {FieldReasonPart} from './reasons';
import {RevenueAnswer} from './revenue';

@ObjectType({description: 'A financed deal; amounts in AID wei'})
export class AssetAnswer extends AssetCreditFields {
  @Text('bytes32')
  assetId!: string;

  @Text('GPU, ROBOTICS or DATA_CENTER')
  assetClass!: string;

  @Text('DEBT, EQUITY or HYBRID')
  dealType!: string;

  @Text('PENDING, ACTIVE, GRACE, LATE, DEFAULTED, REPAID, LIQUIDATED or WRITTEN_OFF; GRACE: up to 5 days past due')
  status!: string;

  @Text('The same without what days past due say: GRACE is never among them')
  registryStatus!: string;

  @Amount('As registered')
  principal!: bigint;

  @Amount('Drawn so far')
  drawn!: bigint;

  @Amount('Principal repaid so far')
  repaid!: bigint;

  @Amount('Principal written off so far')
  realizedLoss!: bigint;

  @Amount('Drawn less repaid and written off')
  outstanding!: bigint;

  @Amount('Recognised and not written off')
  unrealizedLoss!: bigint;

  @Amount('Outstanding less unrealised loss')
  nav!: bigint;

  @OptionalRate('USD, as last attested')
  collateralValue!: string | null;

  @OptionalTime('Instant of that valuation')
  collateralValuedAt!: Date | null;

  @OptionalCount('Of the hardware, basis points, as last attested')
  utilizationBps!: number | null;

  @OptionalCount('As registered')
  aprBps!: number | null;

  @OptionalTime('As registered')
  startAt!: Date | null;

  @OptionalTime('As registered; null for a deal without end')
  maturityAt!: Date | null;

  @OptionalPart(() => RevenueAnswer, 'All revenue distributed so far')
  revenueToDate!: RevenueAnswer | null;

  @OptionalRate('Gross revenue / principal-years it was paid for, a fraction a year of 365 days')
  aprOnPrincipal!: string | null;

  @OptionalRate(
    'Rate a year of 365 days that balances the vault’s flows and NAV; null unless exactly one in (-0.99, 10) does',
  )
  xirr!: string | null;

  @OptionalRate('(distributions + NAV) / paid in')
  moic!: string | null;

  @OptionalRate('Distributions / paid in')
  dpi!: string | null;

  @OptionalRate('Years until the principal still to be repaid comes, weighted, by the schedule in force')
  walYears!: string | null;

  @OptionalRate('Years until the registered maturity; negative after it')
  maturityYears!: string | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];

  @Part(() => AsOf)
  asOf!: AsOf;

  @Text()
  methodologyVersion!: string;
}

@ObjectType({
  description: 'An asset as of the last block before the end of a UTC bucket; the first is that of its registration',
})
export class AssetPoint extends AssetAnswer {
  @Time('Of the bucket, UTC')
  start!: Date;

  @Time('Exclusive')
  end!: Date;

  @Flag('No fact about the asset in the bucket: the state before it')
  isCarried!: boolean;
}
