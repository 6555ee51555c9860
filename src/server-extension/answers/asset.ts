import {ObjectType} from 'type-graphql';
import {AsOf} from './asOf';
import {Amount, OptionalCount, OptionalPart, OptionalRate, OptionalTime, Part, Text} from './fields';
import {FieldReasonPart} from './reasons';
import {RevenueAnswer} from './revenue';

@ObjectType({description: 'A financed deal; amounts in AID wei'})
export class AssetAnswer {
  @Text('bytes32')
  assetId!: string;

  @Text('GPU, ROBOTICS or DATA_CENTER')
  assetClass!: string;

  @Text('DEBT, EQUITY or HYBRID')
  dealType!: string;

  @Text('PENDING, ACTIVE, GRACE, LATE, DEFAULTED, REPAID, LIQUIDATED or WRITTEN_OFF')
  status!: string;

  @Amount('As registered')
  principal!: bigint;

  @Amount('Drawn less repaid and written off')
  outstanding!: bigint;

  @OptionalRate('USD, as last attested')
  collateralValue!: string | null;

  @OptionalCount()
  aprBps!: number | null;

  @OptionalTime()
  startAt!: Date | null;

  @OptionalTime()
  maturityAt!: Date | null;

  @OptionalCount()
  daysPastDue!: number | null;

  @OptionalPart(() => RevenueAnswer, 'All revenue distributed so far')
  revenueToDate!: RevenueAnswer | null;

  @OptionalRate()
  aprOnPrincipal!: string | null;

  @OptionalRate()
  xirr!: string | null;

  @OptionalRate()
  moic!: string | null;

  @OptionalRate()
  dpi!: string | null;

  @OptionalRate()
  walYears!: string | null;

  @OptionalRate()
  dscr!: string | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];

  @Part(() => AsOf)
  asOf!: AsOf;

  @Text()
  methodologyVersion!: string;
}
