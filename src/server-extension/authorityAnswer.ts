import type {EntityManager} from 'typeorm';
import type {ContractStateRow} from '../domain/contractState';
import {contractRowId} from '../domain/ids';
import {derive, known, METHODOLOGY, missing, orMissing, type Measured} from '../domain/methodology';
import type {RoleHolderRow} from '../domain/roleHolder';
import type {AuthorityAnswer, ContractControlPart, RoleHolderPart} from './answers/authority';
import {snapshotsAt, toAsOf, type AsOfPoint, type Held} from './asOf';
import {contractsAt, type ChainContract, type IndexedChain} from './chains';
import {instant, type HeldBlock} from './heldBlocks';
import {reasonsOf, valuesOf} from './measured';
import {allVersionsAt} from './versions';

/** Tokens of others, and pools that ended with AID's launch: nothing of the protocol is decided by their roles. */
const NOT_OURS = ['reserveAsset', 'aidAlpha'];
/** Labels of places that are contracts by nature; an exchange or a treasury may be a key. */
const PLACES = ['DEX', 'LENDING', 'BRIDGE'];

/** Who holds which role, and what the contracts are, as of a block. */
export async function authorityAnswer(em: EntityManager, held: Held, point: AsOfPoint): Promise<AuthorityAnswer> {
  const [snapshot = new Map<number, HeldBlock>()] = await snapshotsAt(em, held, [point]);
  const holders: RoleHolderRow[] = [];
  const parts: {holders: RoleHolderPart[]; contracts: ContractControlPart[]} = {holders: [], contracts: []};
  for (const chain of held.chains) {
    const block = snapshot.get(chain.chainId);
    if (block === undefined) continue;
    const rows = await allVersionsAt<RoleHolderRow>(em, 'roleHolder', block);
    const holding = rows.map(({row}) => row).filter((row) => row.held);
    const states = await allVersionsAt<ContractStateRow>(em, 'contractState', block);
    const stateOf = new Map(states.map(({row}) => [row.id, row]));
    holders.push(...holding);
    parts.holders.push(...holding.sort(inOrder).map((row) => holderPart(chain, row)));
    parts.contracts.push(
      ...ownContracts(chain, block).map((contract) =>
        controlPart(chain, contract, stateOf.get(contractRowId(chain.chainId, contract.address))),
      ),
    );
  }
  const isAidRole = (name: string) => (row: RoleHolderRow) => row.contractRole === 'aid' && row.roleName === name;
  return {
    ...parts,
    mintAuthorities: accounts(holders.filter(isAidRole('MINTER_ROLE'))),
    bridgeMintAuthorities: accounts(holders.filter(isAidRole('BRIDGE_MINTER_ROLE'))),
    admins: accounts(holders.filter(({roleName}) => roleName === 'DEFAULT_ADMIN_ROLE')),
    asOf: toAsOf(point),
    methodologyVersion: METHODOLOGY.authority,
  };
}

const accounts = (rows: readonly RoleHolderRow[]): number =>
  new Set(rows.map(({chainId, account}) => `${chainId} ${account}`)).size;

/** Ids spell contract, role and account. */
const inOrder = (a: RoleHolderRow, b: RoleHolderRow): number => (a.id < b.id ? -1 : 1);

const ownContracts = (chain: IndexedChain, {height}: HeldBlock): ChainContract[] =>
  [...new Set(chain.contracts.map(({role}) => role))]
    .filter((role) => !NOT_OURS.includes(role))
    .flatMap((role) => contractsAt(chain, role, height));

function holderPart(chain: IndexedChain, row: RoleHolderRow): RoleHolderPart {
  const {chainId, contract, contractRole, contractName, role, account} = row;
  const fields = {
    roleName: orMissing(row.roleName, 'NO_OBSERVATION'),
    label: orMissing(
      chain.contracts.find(({address}) => address === account)?.name ?? chain.labels[account]?.name,
      'NO_OBSERVATION',
    ),
    isEoa: isEoa(chain, account),
  };
  return {
    ...valuesOf(fields),
    ...{chainId, contract, contractRole, contractName, role, account},
    since: instant(row.changedAt),
    grantedBy: row.changedBy,
    reasons: reasonsOf(fields),
  };
}

function isEoa(chain: IndexedChain, account: string): Measured<boolean> {
  const isOurs = chain.contracts.some(({address}) => address === account);
  const isPlace = PLACES.includes(chain.labels[account]?.class ?? '');
  return isOurs || isPlace ? known(false) : missing('NO_OBSERVATION');
}

function controlPart(
  {chainId}: IndexedChain,
  {address, role, name}: ChainContract,
  row: ContractStateRow | undefined,
): ContractControlPart {
  const fields = {
    paused: orMissing(row?.paused, 'NO_OBSERVATION'),
    pausedAt: derive(orMissing(row?.pausedAt, 'NO_OBSERVATION'), instant),
    implementation: orMissing(row?.implementation, 'NO_OBSERVATION'),
    implementedAt: derive(orMissing(row?.implementedAt, 'NO_OBSERVATION'), instant),
    beacon: orMissing(row?.beacon, 'NO_OBSERVATION'),
    proxyAdmin: orMissing(row?.proxyAdmin, 'NO_OBSERVATION'),
  };
  return {
    ...valuesOf(fields),
    ...{chainId, contract: address, contractRole: role, contractName: name},
    implementationCount: row?.implementationCount ?? 0,
    reasons: reasonsOf(fields),
  };
}
