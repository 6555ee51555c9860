import {ObjectType} from 'type-graphql';
import type {Provenance as ProvenanceName} from '../../domain/backing';
import type {EvidenceClass as EvidenceName} from '../../domain/report';
import {Flag, OptionalCount, OptionalFlag, OptionalRate, OptionalText, OptionalTime, Part, Text} from './fields';
import {Evidence, Provenance} from './provenance';
import {FieldReasonPart} from './reasons';

@ObjectType({description: 'One source of the backing'})
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

  @OptionalCount('Haircut in force, of 10000; null where the network sets none')
  haircutBps!: number | null;

  @OptionalCount('Days in which it turns into a stablecoin in hand; null where the network sets none')
  settlementDays!: number | null;

  @Part(() => Provenance)
  provenance!: ProvenanceName;

  @Part(() => Evidence, 'What its value rests on')
  evidence!: EvidenceName;

  @OptionalText("PROTOCOL for the protocol's own addresses, else who a reserve statement names")
  custodian!: string | null;

  @OptionalTime('Instant of the valuation')
  asOf!: Date | null;

  @OptionalTime()
  publishedAt!: Date | null;

  @OptionalCount('asOf of the answer less the instant of the valuation, in block time')
  valuationAgeSeconds!: number | null;

  @OptionalCount('asOf of the answer less the publication, in block time')
  publicationAgeSeconds!: number | null;

  @OptionalCount('Publication less the instant of the valuation')
  publicationLagSeconds!: number | null;

  @Flag('The valuation is older than the age allowed: shown, but counted nowhere')
  stale!: boolean;

  @OptionalFlag('The publication is older than the heartbeat promised; null where none is')
  publicationStale!: boolean | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}
