import {inGroups} from '../chainReader';
import {ratioWad, sum, wadOrNull} from '../decimals';
import {DealOracle} from '../dealOracle';
import {VAULT} from '../interfaces';
import {labelsFile, networkFile} from '../networkFile';
import {blocksOf, type Context} from '../seen';
import {namedAccounts, UsageOracle, type Named} from '../usageOracle';

const HELD = `supply holderCount hhi top10Share staked stakedShare defi paid idle defiBehindSaid
  holdings { class amount share accounts { address name amount } }`;

type Account = Record<'address' | 'name' | 'amount', string>;
type Class = {class: string; amount: string; share: string | null; accounts: Account[]};
type Usage = Record<'supply' | 'defi' | 'paid' | 'idle', string> &
  Record<'hhi' | 'top10Share' | 'staked' | 'stakedShare' | 'defiBehindSaid', string | null> & {
    holderCount: number;
    holdings: Class[];
  };

const CLASSES = ['AI_SERVICE', 'DEX', 'LENDING', 'EXCHANGE', 'BRIDGE', 'TREASURY', 'PROTOCOL', 'WALLET'];

/** Who holds AID, sAID and the tokens of assets. */
export function usageChecks(seen: Context): void {
  const named = (): Named[] => {
    const {dataDir} = seen().product;
    return namedAccounts(labelsFile(dataDir), networkFile(dataDir));
  };
  const usageAt = async (token: string, block: number): Promise<Usage> => {
    const {usage} = await seen().product.query<{usage: Usage}>(
      `{ usage(token: "${token}", asOf: {block: ${block}}) { ${HELD} } }`,
    );
    return usage;
  };
  const heldBy = async (token: string, block: number): Promise<(Named & {amount: bigint})[]> => {
    const oracle = new UsageOracle(seen().chain);
    return inGroups(named(), async (account) => ({
      ...account,
      amount: await oracle.balance(token, account.address, block),
    }));
  };

  test.each(['AID', 'SAID', 'ASSET'])(
    'the classes that hold %s hold what balanceOf() says of their labelled accounts, and wallets the rest of the supply',
    async (kind) => {
      const blocks = blocksOf(seen()).slice(0, kind === 'ASSET' ? 1 : 3);
      for (const block of blocks) {
        const deals = kind === 'ASSET' ? await new DealOracle(seen().chain).deals(block) : [];
        const tokens = kind === 'ASSET' ? deals.map(({assetId}) => assetId) : [kind];
        expect(tokens.length).toBeGreaterThan(kind === 'ASSET' ? 1 : 0);
        for (const token of tokens) {
          const usage = await usageAt(token, block);
          const supply = await new UsageOracle(seen().chain).supply(token, block);
          const held = await heldBy(token, block);
          expect(BigInt(usage.supply)).toBe(supply);
          expect(usage.holdings.map((one) => one.class)).toEqual(CLASSES);
          for (const {class: name, amount, share, accounts} of usage.holdings) {
            const own = held.filter((one) => one.class === name && one.amount > 0n);
            const expected =
              name === 'WALLET' ? supply - sum(held.map((one) => one.amount)) : sum(own.map((one) => one.amount));
            expect([name, BigInt(amount), wadOrNull(share)]).toEqual([name, expected, ratioWad(expected, supply)]);
            expect(accounts.map(told).sort()).toEqual(own.map(told).sort());
          }
        }
      }
    },
  );

  test('what is staked, in DeFi, with services and idle are sums of those balances, and sAID in DeFi is worth convertToAssets()', async () => {
    for (const block of blocksOf(seen())) {
      const {chain} = seen();
      const oracle = new UsageOracle(chain);
      const [usage, held, shares] = [
        await usageAt('AID', block),
        await heldBy('AID', block),
        await heldBy('SAID', block),
      ];
      const of = (some: readonly (Named & {amount: bigint})[], ...classes: string[]): bigint =>
        sum(some.filter((one) => classes.includes(one.class)).map(({amount}) => amount));
      const [supply, staked] = [
        await oracle.supply('AID', block),
        await oracle.balance('AID', chain.one('said'), block),
      ];
      const behind = await chain.view<bigint>(
        chain.one('said'),
        VAULT,
        'convertToAssets',
        [of(shares, 'DEX', 'LENDING')],
        block,
      );
      expect(BigInt(usage.staked ?? -1)).toBe(staked);
      expect(wadOrNull(usage.stakedShare)).toBe(ratioWad(staked, supply));
      expect(BigInt(usage.defi)).toBe(of(held, 'DEX', 'LENDING'));
      expect(BigInt(usage.paid)).toBe(of(held, 'AI_SERVICE'));
      expect(BigInt(usage.idle)).toBe(supply - sum(held.map(({amount}) => amount)));
      expect(BigInt(usage.defiBehindSaid ?? -1)).toBe(behind);
      if (block === seen().head)
        expect([of(held, 'DEX'), of(held, 'AI_SERVICE'), behind].every((one) => one > 0n)).toBe(true);
    }
  });

  test.each(['aid', 'said'] as const)(
    'the concentration of %s is that of balanceOf() over all holders',
    async (role) => {
      const {chain, head} = seen();
      const usage = await usageAt(role.toUpperCase(), head);
      const balances = [...(await chain.balances(role, head)).values()].sort((a, b) => (a > b ? -1 : 1));
      const supply = sum(balances);
      expect(usage.holderCount).toBe(balances.length);
      expect(wadOrNull(usage.hhi)).toBe(ratioWad(sum(balances.map((one) => one * one)), supply * supply));
      expect(wadOrNull(usage.top10Share)).toBe(ratioWad(sum(balances.slice(0, 10)), supply));
    },
  );
}

const told = ({address, name, amount}: {address: string; name: string; amount: string | bigint}): string =>
  `${address} ${name} ${amount}`;
