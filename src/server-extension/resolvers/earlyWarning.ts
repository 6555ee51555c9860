import {Arg, Query, Resolver} from 'type-graphql';
import type {EntityManager} from 'typeorm';
import {AsOfInput} from '../answers/asOf';
import {EarlyWarningAnswer} from '../answers/earlyWarning';
import {resolveAsOf} from '../asOf';
import {earlyWarningAnswer} from '../earlyWarningAnswer';

@Resolver()
export class EarlyWarningResolver {
  constructor(private readonly tx: () => Promise<EntityManager>) {}

  @Query(() => EarlyWarningAnswer, {description: 'Signs of trouble on one scale, with each of their parts'})
  async earlyWarning(
    @Arg('asOf', () => AsOfInput, {nullable: true}) asOf?: AsOfInput | null,
  ): Promise<EarlyWarningAnswer> {
    const em = await this.tx();
    const {held, point} = await resolveAsOf(em, asOf);
    return earlyWarningAnswer(em, held, point);
  }
}
