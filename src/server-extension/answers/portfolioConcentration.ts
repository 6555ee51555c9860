import {ObjectType} from 'type-graphql';
import {Amount, OptionalRate, Part, Rate, Text} from './fields';
import {FieldReasonPart} from './reasons';

@ObjectType({description: 'What one name stands for'})
export class NamedSharePart {
  @Text('As attested, or an address')
  name!: string;

  @Amount('Outstanding, AID wei')
  amount!: bigint;

  @Rate('Of all that is outstanding, a fraction')
  share!: string;

  @OptionalRate(
    'Of the vault’s total assets, a fraction, lost if nothing of it came back; null where they are not known',
  )
  navImpact!: string | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({description: 'How much of what is outstanding rests on few names'})
export class PortfolioConcentrationPart {
  @Text('OBLIGOR or REGION')
  dimension!: string;

  @OptionalRate('Sum of squared shares, from 1/N to 1; null where a name is not known')
  hhi!: string | null;

  @OptionalRate('1 / HHI: so many equal names')
  effectiveNames!: string | null;

  @OptionalRate('Share of the largest name, a fraction; null where a name is not known')
  top1!: string | null;

  @OptionalRate('Share of the three largest, a fraction')
  top3!: string | null;

  @OptionalRate('Without a name, a fraction; null where nothing is outstanding')
  unknownShare!: string | null;

  @OptionalRate('HHI if the unknown part is spread thin')
  hhiLower!: string | null;

  @OptionalRate('HHI if it is a single name, and that the largest')
  hhiUpper!: string | null;

  @Part(() => [NamedSharePart], 'Largest first')
  names!: NamedSharePart[];

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}
