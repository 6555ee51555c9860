import {ObjectType} from 'type-graphql';
import {Count, Flag, OptionalAmount, OptionalCount, OptionalText, OptionalTime, Part, Text} from './fields';
import {FieldReasonPart} from './reasons';

@ObjectType({description: 'A projection and the version of the fold that made its rows'})
export class ProjectionPart {
  @Text()
  name!: string;

  @Count()
  version!: number;

  @OptionalText('Hash over all its rows and how they came to be: equal for equal rows, however they were indexed')
  digest!: string | null;

  @OptionalCount('Block of the newest change of its rows')
  digestHeight!: number | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({description: 'A law that the rows must keep, as it was last checked'})
export class InvariantPart {
  @Text()
  name!: string;

  @Text('Id of the row it is checked for: of a token, a vault, a component of the reserves, an asset or the chain')
  subject!: string;

  @Flag()
  ok!: boolean;

  @Flag('Whether numbers are wrong while it is broken, so that the service is not ready')
  isGuard!: boolean;

  @OptionalAmount('What it leaves over, in the unit of the law; 0 where it holds')
  residual!: bigint | null;

  @OptionalCount('Block up to which it was checked')
  height!: number | null;

  @OptionalCount('Block since which it is broken')
  brokenHeight!: number | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({description: 'How far a chain is indexed; heights are -1 before its first block'})
export class ChainStatusAnswer {
  @Text()
  network!: string;

  @Count()
  chainId!: number;

  @Count()
  indexedHeight!: number;

  @OptionalTime('Time of the indexed block')
  indexedAt!: Date | null;

  @Count()
  finalizedHeight!: number;

  @OptionalCount('Newest block known to exist')
  headHeight!: number | null;

  @OptionalCount()
  lagBlocks!: number | null;

  @Count('Logs of tracked contracts that no decoder knows; they are kept')
  unrecognized!: number;

  @Part(() => [ProjectionPart])
  projections!: ProjectionPart[];

  @Part(() => [InvariantPart])
  invariants!: InvariantPart[];

  @Text('UNCHECKED, COUNT_ONLY or CERTIFIED')
  completeness!: string;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}
