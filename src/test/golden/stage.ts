import type {Network} from '../../chain/networks';
import {ISSUER} from '../../devnet/accounts';
import type {Tx} from '../../devnet/mining';
import {Rate} from '../../domain/rates';
import {Cast, WAD} from '../harness/cast';
import {openApi, type Api} from '../harness/api';
import {TestChain} from '../harness/chain';
import {Squid} from '../harness/squid';
import {createTestDatabase, type TestDatabase} from '../postgres';

/** Seconds of a day. */
export const DAY = 86_400;
const UNLIMITED = 2n ** 256n - 1n;

/** What a number of metrics.md is produced with: a chain of its own, and the API once the chain has been indexed. */
export class Stage {
  readonly cast: Cast;
  private readonly closing: (() => Promise<unknown>)[] = [];

  private constructor(
    readonly chain: TestChain,
    readonly database: TestDatabase,
  ) {
    this.cast = new Cast(chain.protocol);
    this.closing.push(
      () => database.drop(),
      () => chain.stop(),
    );
  }

  /** Everybody has arrived, and no AID exists. */
  static async set(): Promise<Stage> {
    const stage = new Stage(await TestChain.start(), await createTestDatabase());
    await stage.chain.mine(...stage.cast.arrive());
    return stage;
  }

  /** Gives somebody stablecoins and lets the minter take them. `amount` in AID wei, a multiple of 1e12. */
  give(who: string, coin: 'usdc' | 'usdt', amount: bigint): Tx[] {
    const {protocol} = this.chain;
    return [
      protocol.call(ISSUER, coin, 'mint', who, amount / 10n ** 12n),
      protocol.call(who, coin, 'approve', protocol.address.minter, UNLIMITED),
    ];
  }

  /**
   * A mark after which a whole share is worth exactly `nav`, AID wei, while nothing is deployed or pending: total assets
   * are ceil(nav (shares + 1) / 1e18) - 1, the least of which the vault's floored price is `nav`.
   */
  async markAt(nav: bigint): Promise<Tx> {
    const {protocol, rpc} = this.chain;
    const shares = await protocol.view<bigint>(rpc, 'said', 'totalSupply');
    const held = await protocol.view<bigint>(rpc, 'aid', 'balanceOf', [protocol.address.said]);
    return this.cast.mark((nav * (shares + 1n) + WAD - 1n) / WAD - 1n - held);
  }

  /** Indexes the chain to its head with a processor of its own. @returns the API on what it wrote */
  async index(change: Partial<Network> = {}): Promise<Api> {
    const {chain, database} = this;
    const {height} = await chain.head();
    const options = {networkFile: chain.networkFile(change), rpcUrl: chain.url, dbUrl: database.url};
    const squid = Squid.start({...options, to: height});
    this.closing.push(() => squid.stop());
    const code = await squid.untilEnded();
    if (code !== 0) throw new Error(`The processor ended with ${code}:\n${squid.output}`);
    const api = await openApi(database.url);
    this.closing.push(() => api.close());
    return api;
  }

  async clear(): Promise<void> {
    for (const close of this.closing.reverse()) await close();
  }
}

/** A decimal of an answer at so many places; null stays null. */
export const places = (value: string | null | undefined, digits = 12): string | null =>
  value == null ? null : new Rate(value).toFixed(digits);
