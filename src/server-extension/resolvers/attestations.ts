import {Arg, Args, Query, Resolver} from 'type-graphql';
import type {EntityManager} from 'typeorm';
import {AsOfInput} from '../answers/asOf';
import {AttestationsAnswer, RegisterArgs} from '../answers/attestation';
import {resolveAsOf} from '../asOf';
import {register} from '../register';

@Resolver()
export class AttestationsResolver {
  constructor(private readonly tx: () => Promise<EntityManager>) {}

  @Query(() => AttestationsAnswer, {
    description: 'Every report handed in, with who stands behind it and what corrects it',
  })
  async attestations(
    @Arg('asOf', () => AsOfInput, {nullable: true}) asOf: AsOfInput | null | undefined,
    @Args() args: RegisterArgs,
  ): Promise<AttestationsAnswer> {
    const em = await this.tx();
    const {held, point} = await resolveAsOf(em, asOf);
    return register(em, held, point, args);
  }
}
