import {ObjectType} from 'type-graphql';
import {AsOf} from './asOf';
import {Count, Flag, OptionalCount, OptionalPart, OptionalRate, OptionalTime, Part, Rate, Text, Time} from './fields';
import {FieldReasonPart} from './reasons';

@ObjectType({description: 'A time in which AID was off its peg'})
export class PegEpisodePart {
  @Time('When the deviation began')
  startedAt!: Date;

  @Time('When a later answer confirmed it after the hold')
  confirmedAt!: Date;

  @Count('Largest deviation in basis points; below the peg is negative')
  peakBps!: number;

  @Time()
  peakAt!: Date;

  @OptionalTime('When it came back; null while it lasts')
  endedAt!: Date | null;

  @OptionalTime('When a later answer confirmed that it was back')
  closedAt!: Date | null;

  @Rate('Integral of the deviation over time, basis points x hours; time without a price counts nothing')
  bpsHours!: string;

  @Count('Sources off the peg to the same side at the peak')
  sourcesAgreeing!: number;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({description: 'The newest answer of one price feed'})
export class PegSourcePart {
  @Text('Id of the feed')
  source!: string;

  @Rate('USD')
  price!: string;

  @Count('Basis points off a dollar')
  deviationBps!: number;

  @Time()
  pricedAt!: Date;

  @Flag('Older than its age allowed: counted nowhere')
  stale!: boolean;
}

@ObjectType({description: 'The price of AID: the median of the fresh sources registered'})
export class PegPart {
  @OptionalRate('USD; null under minSources fresh sources')
  price!: string | null;

  @OptionalCount('round(1e4 (price - 1)); below the peg is negative')
  deviationBps!: number | null;

  @Count()
  minSources!: number;

  @Count()
  freshSources!: number;

  @Part(() => [PegSourcePart])
  sources!: PegSourcePart[];

  @OptionalPart(() => PegEpisodePart, 'The episode that lasts; null where AID is on its peg')
  episode!: PegEpisodePart | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({description: 'Every time in which AID was off its peg, oldest first'})
export class PegEpisodesAnswer {
  @Part(() => [PegEpisodePart])
  episodes!: PegEpisodePart[];

  @Count('Deviation at which an episode opens, in basis points')
  openBps!: number;

  @Count('Deviation under which it closes')
  closeBps!: number;

  @Count('Seconds that a deviation, or a recovery, has to last')
  holdSeconds!: number;

  @Count('Fewest fresh sources that make a price')
  minSources!: number;

  @Part(() => AsOf)
  asOf!: AsOf;

  @Text()
  methodologyVersion!: string;
}
