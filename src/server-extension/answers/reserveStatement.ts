import {ObjectType} from 'type-graphql';
import type {EvidenceClass} from '../../domain/report';
import {Count, OptionalAmount, OptionalRate, OptionalText, Part, Rate, Text, Time} from './fields';
import {Evidence} from './provenance';
import {FieldReasonPart} from './reasons';

@ObjectType({description: 'One slice of the reserves as a statement says'})
export class StatedSlicePart {
  @Text()
  name!: string;

  @Text('STABLECOIN, TBILL, or what the statement calls it')
  kind!: string;

  @Rate('USD')
  valueUsd!: string;

  @OptionalRate('Of the sum of all slices; null where they do not make up the total')
  share!: string | null;

  @OptionalText()
  custodian!: string | null;

  @Part(() => Evidence)
  evidence!: EvidenceClass;

  @Count('Days until it can be paid out as a stablecoin, as stated')
  settlementDays!: number;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({description: 'A statement of all reserves by their issuer or an accountant'})
export class ReserveStatementPart {
  @Text()
  reportId!: string;

  @Time('Instant it holds for')
  asOf!: Date;

  @Time()
  publishedAt!: Date;

  @Text('SELF_REPORTED, AGREED_UPON, LIMITED or REASONABLE')
  assurance!: string;

  @Text()
  issuer!: string;

  @OptionalText()
  accountant!: string | null;

  @Rate('USD')
  totalUsd!: string;

  @OptionalAmount('AID outstanding as stated, wei')
  liabilitiesAid!: bigint | null;

  @OptionalRate('100 x abs(sum of slices - total) / total, in points of a hundred')
  sumErrorPoints!: string | null;

  @Text('CONSISTENT; DEGRADED where slices miss the total by over 0.5 points; FATAL over 2: no ratio comes of it')
  state!: string;

  @Part(() => [StatedSlicePart])
  slices!: StatedSlicePart[];

  @OptionalRate('Share of the slices without a named custodian')
  unknownShare!: string | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}
