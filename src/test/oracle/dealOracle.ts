import {inGroups, type ChainReader} from './chainReader';
import {DISTRIBUTOR, REGISTRY, VAULT} from './interfaces';
import type {Place} from './queueOracle';

export const CLASSES = ['GPU', 'ROBOTICS', 'DATA_CENTER'] as const;
export const DEAL_TYPES = ['DEBT', 'EQUITY', 'HYBRID'] as const;
const STATUSES = ['PENDING', 'ACTIVE', 'LATE', 'DEFAULTED', 'REPAID', 'LIQUIDATED'] as const;
type FlowKind = 'DRAW' | 'PRINCIPAL' | 'INCOME' | 'REVENUE' | 'COSTS' | 'TO_VAULT' | 'TO_HOLDERS' | 'LOSS' | 'COVER';

/** Money that moved for a deal: a log may make several. */
export interface DealFlow extends Place {
  readonly assetId: string;
  readonly kind: FlowKind;
  readonly amount: bigint;
  readonly at: number;
}

export interface Registration {
  readonly assetClass: bigint;
  readonly dealType: bigint;
  readonly principal: bigint;
  readonly aprBps: bigint;
  readonly startAt: bigint;
  readonly maturityAt: bigint;
}

/** A deal by the views of registry and vault, with what its logs add. */
export interface Deal {
  readonly assetId: string;
  readonly registration: Registration;
  /** In the product's words; WRITTEN_OFF is a default of which something was written off since */
  readonly status: string;
  readonly valuation: {readonly asOf: bigint; readonly collateralValue: bigint; readonly utilizationBps: bigint};
  readonly outstanding: bigint;
  readonly unrealizedLoss: bigint;
  /** When the registry was told of the default */
  readonly defaulted: (Place & {readonly at: number}) | null;
  readonly flows: readonly DealFlow[];
}

type OfAsset = {assetId: string};

/** Registered deals, by the registry, the vault and the distributor. */
export class DealOracle {
  constructor(private readonly chain: ChainReader) {}

  async deals(block: number): Promise<Deal[]> {
    const registry = this.chain.one('assetRegistry');
    const registered = await this.chain.events<OfAsset>(registry, REGISTRY, 'AssetRegistered', block);
    const flows = await this.flows(block);
    return Promise.all(
      registered.map(({args}) =>
        this.deal(
          args.assetId,
          flows.filter(({assetId}) => assetId === args.assetId),
          block,
        ),
      ),
    );
  }

  /** What the vault counts over all deals. */
  async totals(block: number): Promise<{outstanding: bigint; unrealizedLoss: bigint}> {
    const vault = this.chain.one('said');
    return {
      outstanding: await this.chain.view<bigint>(vault, VAULT, 'totalOutstanding', [], block),
      unrealizedLoss: await this.chain.view<bigint>(vault, VAULT, 'unrealizedLoss', [], block),
    };
  }

  private async deal(assetId: string, flows: readonly DealFlow[], block: number): Promise<Deal> {
    const [registry, vault] = [this.chain.one('assetRegistry'), this.chain.one('said')];
    const ask = <T>(method: string): Promise<T> => this.chain.view<T>(registry, REGISTRY, method, [assetId], block);
    const [registration, code, valuation] = await Promise.all([
      ask<Registration>('registrationOf'),
      ask<bigint>('statusOf'),
      ask<Deal['valuation']>('valuationOf'),
    ]);
    type Changed = OfAsset & {newStatus: bigint};
    const changes = await this.chain.events<Changed>(registry, REGISTRY, 'AssetStatusChanged', block);
    const change = changes.find(({args}) => args.assetId === assetId && args.newStatus === 3n);
    const isWrittenOff = code === 3n && flows.some((flow) => flow.kind === 'LOSS' && isAfter(flow, change));
    return {
      ...{assetId, registration, valuation, flows},
      status: isWrittenOff ? 'WRITTEN_OFF' : (STATUSES[Number(code)] ?? `${code}`),
      outstanding: await this.chain.view<bigint>(vault, VAULT, 'outstandingOf', [assetId], block),
      unrealizedLoss: await this.chain.view<bigint>(vault, VAULT, 'unrealizedLossOf', [assetId], block),
      defaulted:
        change === undefined
          ? null
          : {block: change.block, index: change.index, at: await this.chain.timeOf(change.block)},
    };
  }

  /** Everything that moved for any asset up to a block, in the order of the chain. */
  async flows(block: number): Promise<DealFlow[]> {
    const [vault, distributor] = [this.chain.one('said'), this.chain.one('revenueDistributor')];
    type Amounts = OfAsset & Record<string, bigint>;
    type Lines = (args: Amounts) => readonly (readonly [DealFlow['kind'], bigint | undefined])[];
    const sources: [string, typeof VAULT, string, Lines][] = [
      [vault, VAULT, 'CapitalDeployed', ({amount}) => [['DRAW', amount]]],
      [
        vault,
        VAULT,
        'CapitalReturned',
        ({principal, income}) => [
          ['PRINCIPAL', principal],
          ['INCOME', income],
        ],
      ],
      [
        vault,
        VAULT,
        'LossRealized',
        ({amount, coveredByReserve}) => [
          ['LOSS', amount],
          ['COVER', coveredByReserve],
        ],
      ],
      [distributor, DISTRIBUTOR, 'RevenueReceived', ({kind, amount}) => [[kind === 0n ? 'REVENUE' : 'COSTS', amount]]],
      [
        distributor,
        DISTRIBUTOR,
        'RevenueDistributed',
        ({netToVault = 0n, dust = 0n, paidToHolders}) => [
          ['TO_VAULT', netToVault + dust],
          ['TO_HOLDERS', paidToHolders],
        ],
      ],
    ];
    const flows = await inGroups(sources, async ([address, abi, name, lines]) => {
      const told = await this.chain.events<Amounts>(address, abi, name, block);
      return inGroups(told, async ({args, block: height, index}) => {
        const at = await this.chain.timeOf(height);
        const place = {assetId: args.assetId, block: height, index, at};
        return lines(args).map(([kind, amount]): DealFlow => ({...place, kind, amount: amount ?? 0n}));
      });
    });
    return flows.flat(2).sort((a, b) => (isAfter(a, b) ? 1 : -1));
  }
}

export const isAfter = (a: Place, b: Place | null | undefined): boolean =>
  b != null && (a.block > b.block || (a.block === b.block && a.index > b.index));

/** The flows of some kinds, added up. */
export const flowed = (flows: readonly DealFlow[], ...kinds: readonly DealFlow['kind'][]): bigint =>
  flows.reduce((total, {kind, amount}) => (kinds.includes(kind) ? total + amount : total), 0n);
