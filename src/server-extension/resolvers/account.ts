import {Arg, Query, Resolver} from 'type-graphql';
import type {EntityManager} from 'typeorm';
import {accountAnswer} from '../accountAnswer';
import {AccountAnswer} from '../answers/account';
import {AsOfInput} from '../answers/asOf';
import {resolveAsOf} from '../asOf';
import {BadInput} from '../badInput';

const ADDRESS = /^0x[0-9a-fA-F]{40}$/;

@Resolver()
export class AccountResolver {
  constructor(private readonly tx: () => Promise<EntityManager>) {}

  @Query(() => AccountAnswer, {
    description: 'What an account holds, what it is worth and what it brought, on one chain',
  })
  async account(
    @Arg('address', () => String, {description: '20 bytes in hex'}) address: string,
    @Arg('asOf', () => AsOfInput, {nullable: true}) asOf?: AsOfInput | null,
  ): Promise<AccountAnswer> {
    if (!ADDRESS.test(address)) {
      throw new BadInput(`address ${JSON.stringify(address.slice(0, 80))} is not an address: give 20 bytes in hex.`);
    }
    const em = await this.tx();
    const {held, point} = await resolveAsOf(em, asOf);
    return accountAnswer(em, held.chain, point, address.toLowerCase());
  }
}
