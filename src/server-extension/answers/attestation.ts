import {ArgsType, Field, Int, ObjectType} from 'type-graphql';
import {AsOf} from './asOf';
import {Count, OptionalText, Part, Text, Time} from './fields';
import {FieldReasonPart} from './reasons';

@ArgsType()
export class RegisterArgs {
  @Field(() => String, {
    nullable: true,
    description: 'ASSET_SCHEDULE, ASSET_FINANCIALS, ASSET_PARTIES or RESERVE_STATEMENT; by default all',
  })
  kind?: string | null;

  @Field(() => Int, {nullable: true, description: '1 to 1000, by default 100'})
  limit?: number | null;

  @Field(() => String, {nullable: true, description: 'nextCursor of the page before'})
  cursor?: string | null;
}

@ObjectType({description: 'One report of the register: never changed, only corrected by another'})
export class AttestationPart {
  @Text('0x and the sha256 of the report itself')
  reportHash!: string;

  @Text()
  kind!: string;

  @Text('Asset id, or AID for its reserves')
  subject!: string;

  @Count('Home chain of the report')
  chainId!: number;

  @Time('Instant the statement holds for')
  asOf!: Date;

  @Time()
  publishedAt!: Date;

  @Count('publishedAt - asOf, seconds')
  publicationLagSeconds!: number;

  @Count('Block with which its chain learned of it')
  learnedHeight!: number;

  @Time()
  learnedAt!: Date;

  @Text('SELF_REPORTED, AGREED_UPON, LIMITED or REASONABLE')
  assurance!: string;

  @Text()
  issuer!: string;

  @Text()
  uri!: string;

  @Text('0x and the sha256 of the document behind uri')
  documentHash!: string;

  @OptionalText('reportHash of the report it corrects')
  corrects!: string | null;

  @OptionalText('reportHash of the report that corrects it; null while it stands')
  correctedBy!: string | null;

  @OptionalText('Why it no longer stands, as the correction says')
  invalidatedReason!: string | null;

  @Text('What it says, as JSON')
  body!: string;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({description: 'The register of reports, the latest published first'})
export class AttestationsAnswer {
  @Part(() => [AttestationPart])
  reports!: AttestationPart[];

  @OptionalText('For the next page; null on the last')
  nextCursor!: string | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];

  @Part(() => AsOf)
  asOf!: AsOf;

  @Text()
  methodologyVersion!: string;
}
