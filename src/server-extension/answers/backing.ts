import {ObjectType, registerEnumType} from 'type-graphql';
import type {BackingState as StateName, Provenance as ProvenanceName} from '../../domain/backing';
import {AsOf} from './asOf';
import {
  Amount,
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
import {ChainSupplyPart} from './supply';

export const BackingState: {readonly [K in StateName]: K} = {
  COMPLETE: 'COMPLETE',
  FLOOR: 'FLOOR',
  UNREADABLE: 'UNREADABLE',
  NO_LIABILITY: 'NO_LIABILITY',
};
registerEnumType(BackingState, {
  name: 'BackingState',
  description:
    'COMPLETE: every source is fresh. FLOOR: some are not, ratioFloor is a lower bound. UNREADABLE: no bound',
});

export const Provenance: {readonly [K in ProvenanceName]: K} = {
  EVENT: 'EVENT',
  BLOCK_READ: 'BLOCK_READ',
  ATTESTED: 'ATTESTED',
  DERIVED: 'DERIVED',
};
registerEnumType(Provenance, {name: 'Provenance', description: 'How a value is known'});

@ObjectType()
export class ReserveComponentPart {
  @Text()
  id!: string;

  @Text('STABLECOIN or TBILL')
  kind!: string;

  @Text()
  name!: string;

  @OptionalRate('USD')
  valueUsd!: string | null;

  @OptionalRate('Of all reserves')
  share!: string | null;

  @OptionalCount()
  haircutBps!: number | null;

  @Part(() => Provenance)
  provenance!: ProvenanceName;

  @OptionalTime('Instant of the valuation')
  asOf!: Date | null;

  @OptionalTime()
  publishedAt!: Date | null;

  @Flag('The valuation is older than the age allowed: shown, but counted nowhere')
  stale!: boolean;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({description: 'What backs AID: T-bills and stablecoins over the AID of all chains'})
export class BackingAnswer {
  @OptionalRate('Reserves over liabilities, where every source is fresh')
  ratio!: string | null;

  @OptionalRate('A lower bound of the ratio: what can be read and is fresh, over liabilities')
  ratioFloor!: string | null;

  @OptionalRate()
  haircutRatio!: string | null;

  @OptionalRate('Reserves over liabilities, both at the instant of the newest valuation')
  attestedRatio!: string | null;

  @Part(() => BackingState)
  state!: StateName;

  @OptionalText('Why there is no ratio')
  reason!: string | null;

  @OptionalRate('Sum of all components')
  reservesUsd!: string | null;

  @Amount('AID wei owed: supply of all chains + inFlight + net sent to chains that are not indexed')
  liabilities!: bigint;

  @Part(() => [ChainSupplyPart])
  supplyByChain!: ChainSupplyPart[];

  @OptionalAmount('AID wei sent over the bridge to an indexed chain and not received there, as supply says')
  inFlight!: bigint | null;

  @OptionalText()
  inFlightReason!: string | null;

  @Part(() => [ReserveComponentPart])
  components!: ReserveComponentPart[];

  @OptionalRate("Sum of the shares' squares")
  hhi!: string | null;

  @OptionalRate()
  liquidShare!: string | null;

  @OptionalCount('Since the instant of the oldest valuation, in block time')
  valuationAgeSeconds!: number | null;

  @OptionalCount('Since the publication of the oldest valuation, in block time')
  publicationAgeSeconds!: number | null;

  @OptionalAmount()
  mintHeadroom!: bigint | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];

  @Part(() => AsOf)
  asOf!: AsOf;

  @Text()
  methodologyVersion!: string;
}

@ObjectType({description: 'The backing as of the last block before the end of a UTC bucket'})
export class BackingPoint extends BackingAnswer {
  @Time()
  start!: Date;

  @Time('Exclusive')
  end!: Date;

  @Flag('Nothing changed in the bucket: the state before it')
  isCarried!: boolean;
}
