import type {EventOf} from './event';
import {contractRowId, positionRowId} from './ids';
import type {StakePositionRow} from './stakePosition';
import type {VaultBookRow} from './vaultBook';
import {flowFact, flowId, type Flow, type FlowKind, type VaultFlowRow} from './vaultFlow';

export const FLOW_EVENTS = [
  'Staked',
  'UnstakeRequested',
  'UnstakeFilled',
  'Withdrawn',
  'CapitalDeployed',
  'CapitalReturned',
  'LossRealized',
  'RevenueDistributed',
  'ReserveFundDrawn',
  'NavMarked',
  'NavObserved',
] as const;

export type FlowEvent = EventOf<(typeof FLOW_EVENTS)[number]>;

/** The rows that an event may make: one, but for capital that comes back with income. */
export const flowKeys = (event: FlowEvent): string[] => kindsOf(event).map((kind) => flowId(event.meta, kind));

/** The vault whose book an event moves; the distributor does not say whom it pays. */
export function flowVault(event: FlowEvent): string | null {
  if (event.type === 'RevenueDistributed') return null;
  return contractRowId(event.meta.chainId, event.type === 'ReserveFundDrawn' ? event.to : event.meta.address);
}

/** The position that an exit leaves. */
export const flowPosition = (event: FlowEvent): string | null =>
  event.type === 'UnstakeRequested' || event.type === 'Withdrawn'
    ? positionRowId(contractRowId(event.meta.chainId, event.meta.address), event.owner)
    : null;

/** @param book the vault's book after the event @param position the leaving owner's after it */
export function evolveFlow(
  event: FlowEvent,
  id: string,
  book: VaultBookRow | undefined,
  position: StakePositionRow | undefined,
): VaultFlowRow | undefined {
  const flow = kindsOf(event)
    .filter((kind) => flowId(event.meta, kind) === id)
    .map((kind) => flowOf(event, kind, book, position))[0];
  return flow == null ? undefined : flowFact(event.meta, flow, book);
}

function kindsOf(event: FlowEvent): FlowKind[] {
  switch (event.type) {
    case 'Staked':
      return ['STAKE'];
    case 'UnstakeRequested':
      return ['UNSTAKE'];
    case 'UnstakeFilled':
      return ['FILL'];
    case 'Withdrawn':
      return ['WITHDRAW'];
    case 'CapitalDeployed':
      return ['DEPLOY'];
    case 'CapitalReturned':
      return ['INCOME', 'PRINCIPAL'];
    case 'LossRealized':
      return ['LOSS'];
    case 'RevenueDistributed':
      return ['REVENUE'];
    case 'ReserveFundDrawn':
      return ['COVER'];
    case 'NavMarked':
    case 'NavObserved':
      return ['LOSS_MARK', 'MARK'];
  }
}

/** Null where the event makes no row of the kind: what is drawn for others than a vault is no flow of one. */
function flowOf(
  event: FlowEvent,
  kind: FlowKind,
  book: VaultBookRow | undefined,
  position: StakePositionRow | undefined,
): Flow | null {
  switch (event.type) {
    case 'Staked':
      return {kind, owner: event.owner, amount: event.assets, shares: event.shares};
    case 'UnstakeRequested': {
      const {requestId, unstakingNav} = event;
      return {kind, requestId, unstakingNav, ...exitFlow(event, event.assetsQuoted, position)};
    }
    case 'UnstakeFilled':
      return {
        kind,
        owner: event.owner,
        requestId: event.requestId,
        amount: event.assetsPaid,
        remaining: event.assetsRemaining,
      };
    case 'Withdrawn':
      return {kind, ...exitFlow(event, event.assets, position)};
    case 'CapitalDeployed':
      return {kind, assetId: event.assetId, amount: event.amount};
    case 'CapitalReturned':
      return some({kind, assetId: event.assetId, amount: kind === 'PRINCIPAL' ? event.principal : event.income});
    case 'LossRealized':
      return {kind, assetId: event.assetId, amount: event.amount, covered: event.coveredByReserve};
    case 'RevenueDistributed':
      return revenueFlow(event);
    case 'ReserveFundDrawn':
      return book === undefined ? null : some({kind, assetId: event.assetId, amount: event.amount});
    case 'NavMarked':
    case 'NavObserved': {
      const flow = markFlow(event, book);
      return flow?.kind === kind ? flow : null;
    }
  }
}

const some = (flow: Flow): Flow | null => (flow.amount === 0n ? null : flow);

/** An exit, with what the shares that left had cost; `position` is the owner's after it. */
const exitFlow = (
  {owner, shares}: EventOf<'UnstakeRequested' | 'Withdrawn'>,
  amount: bigint,
  position: StakePositionRow | undefined,
): Omit<Flow, 'kind'> => ({
  owner,
  shares,
  amount,
  cost: position?.lastExitCost ?? null,
  entryAt: position?.lastExitEntryAt ?? null,
});

/**
 * Revenue as it reaches the vault: net of fees, dust included, with the vault's part of the fees, floored. Where fees take
 * all of it, no part says whose they were: they are the vault's. Null where the vault has no part in it.
 */
function revenueFlow(event: EventOf<'RevenueDistributed'>): Flow | null {
  const {assetId, netToVault, dust, paidToHolders, protocolFee, performanceFee, reserveContribution} = event;
  const amount = netToVault + dust;
  const net = amount + paidToHolders;
  const paid = protocolFee + performanceFee + reserveContribution;
  const fees = net === 0n ? paid : (paid * amount) / net;
  return amount === 0n && fees === 0n ? null : {kind: 'REVENUE', assetId, amount, fees, vault: null};
}

/** The mark an event told, if it told one; `book` is the vault's book after the event. */
function markFlow(event: EventOf<'NavMarked' | 'NavObserved'>, book: VaultBookRow | undefined): Flow | null {
  if (book?.lastChangeRecord !== event.meta.record || book.lastKind === null || book.lastChange === null) return null;
  const flow = {kind: book.lastKind, amount: book.lastChange, absorbed: book.lastAbsorbed};
  if (event.type === 'NavMarked') return flow;
  return {...flow, effectiveHeight: event.effectiveHeight, at: event.effectiveAt, txHash: null};
}
