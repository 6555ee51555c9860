import {ObjectType} from 'type-graphql';
import {Count, OptionalCount, OptionalRate, OptionalText, OptionalTime, Part, Text, Texts} from './fields';
import {FieldReasonPart} from './reasons';

@ObjectType({description: 'APY between two NAV marks'})
export class MarkApyPart {
  @Count('How many marks lie between the two compared: 1, 3, 6 or 12')
  marks!: number;

  @OptionalRate('(P_n / P_(n-k))^(year / seconds between) - 1, a signed fraction; null with its reason')
  value!: string | null;

  @OptionalText('Why value is null')
  reason!: string | null;

  @OptionalTime('Of the earlier mark')
  from!: Date | null;

  @OptionalTime('Of the later mark')
  to!: Date | null;

  @Texts('SPIKE, NEG_TREND, DIVERGENT beside the APY of three marks; STALE where the next mark is overdue')
  flags!: string[];

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({description: 'Rate of the staking NAV over a window that ends with the block asked about'})
export class WindowYieldPart {
  @Text('1d, 7d, 30d, 90d, 180d, YTD or INCEPTION')
  window!: string;

  @OptionalRate('(P1/P0 - 1) year/dt, a signed fraction, after fees; null with its reason')
  apr!: string | null;

  @OptionalRate('(P1/P0)^(year/dt) - 1, a signed fraction, after fees; null with its reason')
  apy!: string | null;

  @OptionalRate('(P1/P0 - 1 + feesPerShare/P0) year/dt: apr before the fees that were paid; null with its reason')
  grossApr!: string | null;

  @OptionalRate('AID per share that fees took out of revenue in the window, as paid; null with its reason')
  feesPerShare!: string | null;

  @OptionalText('Why apr is null')
  reason!: string | null;

  @OptionalCount('Last block at or before the start of the window')
  block0!: number | null;

  @OptionalCount('The block asked about')
  block1!: number | null;

  @OptionalCount('Between the timestamps of the two blocks')
  dtSeconds!: number | null;

  @Texts('SPIKE, NEG_TREND, DIVERGENT beside the 30-day APY; STALE where the next mark is overdue')
  flags!: string[];

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({description: "Somebody else's formula on the same staking NAV"})
export class CompatYieldPart {
  @Text('Whose it is')
  name!: string;

  @OptionalRate('A signed fraction, never clipped; null with its reason')
  value!: string | null;

  @Text('The formula, with its year, its days and its compounding')
  formula!: string;

  @OptionalText('Why value is null')
  reason!: string | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}
