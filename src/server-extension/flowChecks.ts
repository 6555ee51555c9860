import type {EntityManager} from 'typeorm';
import {total, type FundEdge} from '../domain/fundFlow';
import {ISSUANCE} from '../domain/fundEdges';
import type {StakingVaultRow} from '../domain/stakingVault';
import {SUPPLY_CAUSES, type SupplyCause, type SupplyCauseRow} from '../domain/supplyCause';
import type {TokenRow} from '../domain/token';
import type {FlowCheckPart} from './answers/flow';
import type {Blocks} from './flowSums';

/** A row as of both ends of a period; without one everything in it was 0. */
export interface Before<R> {
  readonly opening: R | undefined;
  readonly closing: R | undefined;
}

type Legs = Record<'passThrough' | 'fees' | 'toVault' | 'toHolders', bigint>;

/** The legs of all distributions of the blocks, AID wei. */
async function distributed(em: EntityManager, {chainId, after, upTo}: Blocks): Promise<Legs> {
  const [sums] = await em.query<Record<keyof Legs, string>[]>(
    `SELECT coalesce(sum(pass_through), 0)::text AS "passThrough",
            coalesce(sum(protocol_fee + performance_fee), 0)::text AS fees,
            coalesce(sum(net_to_vault + dust), 0)::text AS "toVault",
            coalesce(sum(paid_to_holders), 0)::text AS "toHolders"
     FROM revenue_distribution WHERE chain_id = $1 AND height > $2 AND height <= $3`,
    [chainId, after, upTo],
  );
  const sum = (leg: keyof Legs): bigint => BigInt(sums?.[leg] ?? 0);
  return {passThrough: sum('passThrough'), fees: sum('fees'), toVault: sum('toVault'), toHolders: sum('toHolders')};
}

/** Sums of edges beside what vault, token and distributor say of the same. */
export async function flowChecks(
  em: EntityManager,
  edges: readonly FundEdge[],
  blocks: Blocks,
  {
    vault,
    aid,
    issue,
  }: {
    vault: Before<StakingVaultRow>;
    aid: Before<TokenRow>;
    issue: Before<SupplyCauseRow>;
  },
): Promise<FlowCheckPart[]> {
  const legs = await distributed(em, blocks);
  const inAid = edges.filter(({medium}) => medium === 'AID');
  const inUsd = edges.filter(({medium}) => medium === 'USD');
  const of = (some: readonly FundEdge[], ...causes: string[]) =>
    total(some.filter(({cause}) => causes.includes(cause)));
  const issued = inAid.filter(({from}) => from === ISSUANCE);
  const burned = inAid.filter(({to}) => to === ISSUANCE);
  const vaultGrew = (field: VaultSum): bigint => grew(vault, (row) => row[field]);
  const deployed = vaultGrew('cumulativeDeployed');
  const [principal, income] = [vaultGrew('cumulativePrincipalReturned'), vaultGrew('cumulativeIncomeReturned')];
  return [
    ...SUPPLY_CAUSES.map((cause) =>
      check(
        `SUPPLY_${cause}`,
        of(issued, ...EDGES_OF[cause]) - of(burned, ...EDGES_OF[cause]),
        grew(issue, ({causes}) => BigInt(causes[cause].minted) - BigInt(causes[cause].burned)),
      ),
    ),
    check(
      'SUPPLY',
      total(issued) - total(burned),
      grew(aid, ({totalSupply}) => totalSupply),
    ),
    check('STAKED', of(inAid, 'STAKE'), vaultGrew('cumulativeStaked')),
    check('UNSTAKED', of(inAid, 'UNSTAKE'), vaultGrew('cumulativePaid')),
    check('DEPLOYED_AID', of(inAid, 'DEPLOYMENT'), deployed),
    check('DEPLOYED_USD', of(inUsd, 'DEPLOYMENT'), deployed),
    check('PRINCIPAL_AID', of(inAid, 'PRINCIPAL'), principal),
    check('PRINCIPAL_USD', of(inUsd, 'PRINCIPAL'), principal),
    check('INCOME_AID', of(inAid, 'INCOME'), income),
    check('INCOME_USD', of(inUsd, 'INCOME'), income),
    check('PASS_THROUGH', of(inAid, 'PASS_THROUGH_PAID'), legs.passThrough),
    check('FEES', of(inAid, 'FEES_PAID'), legs.fees),
    check('REVENUE_TO_VAULT', of(inAid, 'PAID_TO_VAULT'), legs.toVault),
    check('REVENUE_TO_HOLDERS', of(inAid, 'PAID_TO_HOLDER'), legs.toHolders),
  ];
}

/** The edges of AID's issue that are one cause in the ledger of its supply. */
const EDGES_OF: Readonly<Record<SupplyCause, readonly string[]>> = {
  DEPOSIT: ['DEPOSIT'],
  CAPITAL_RETURN: ['PRINCIPAL', 'INCOME', 'CAPITAL_RETURN'],
  REVENUE: ['REVENUE', 'PASS_THROUGH'],
  REDEMPTION: ['REDEMPTION'],
  DEPLOYMENT: ['DEPLOYMENT'],
  FLASH_MINT: ['FLASH_FEE', 'FLASH_MINT'],
  BRIDGE: ['BRIDGE'],
  MIGRATION: ['MIGRATION'],
  UNCLASSIFIED: ['OTHER'],
};

type VaultSum =
  | 'cumulativeStaked'
  | 'cumulativePaid'
  | 'cumulativeDeployed'
  | 'cumulativePrincipalReturned'
  | 'cumulativeIncomeReturned';

const grew = <R>({opening, closing}: Before<R>, field: (row: R) => bigint): bigint =>
  (closing === undefined ? 0n : field(closing)) - (opening === undefined ? 0n : field(opening));

const check = (name: string, edges: bigint, told: bigint): FlowCheckPart => ({
  name,
  edges,
  told,
  residual: edges - told,
});
