import {Args, Query, Resolver} from 'type-graphql';
import type {EntityManager} from 'typeorm';
import {LineageAnswer, LineageArgs} from '../answers/lineage';
import {resolveAsOf} from '../asOf';
import {lineageAnswer} from '../lineage/lineageAnswer';

@Resolver()
export class LineageResolver {
  constructor(private readonly tx: () => Promise<EntityManager>) {}

  @Query(() => LineageAnswer, {
    description: 'What a number was made of: its formula, and the logs, readings and reports that recompute it',
  })
  async lineage(@Args() args: LineageArgs): Promise<LineageAnswer> {
    const em = await this.tx();
    const {held, point} = await resolveAsOf(em, args.asOf);
    return lineageAnswer(em, held, point, args);
  }
}
