import {assetKey} from './computeAsset';
import type {EventOf, EventType} from './event';
import {ZERO_ADDRESS} from './ids';

/** Why AID moved, was minted or was burned. */
export type TransferCause =
  | 'DEPOSIT'
  | 'REDEMPTION'
  | 'MIGRATION'
  | 'BRIDGE'
  | 'FLASH_MINT'
  | 'STAKE'
  | 'UNSTAKE'
  | 'DEPLOYMENT'
  | 'CAPITAL_RETURN'
  | 'REVENUE'
  | 'PASS_THROUGH'
  | 'PASS_THROUGH_PAID'
  | 'FEES_PAID'
  | 'PAID_TO_VAULT'
  | 'PAID_TO_HOLDER'
  | 'RESERVE_DRAWN'
  | 'OTHER';

/** Logs that say what AID transfers before them in their transaction were for. */
export const CAUSE_EVENTS = [
  'AidMinted',
  'AidRedeemed',
  'AidMigrated',
  'BridgeSent',
  'BridgeReceived',
  'FlashMinted',
  'Staked',
  'UnstakeFilled',
  'Withdrawn',
  'CapitalDeployed',
  'CapitalReturned',
  'RevenueReceived',
  'RevenuePaid',
  'RevenueDistributed',
  'ReserveFundDrawn',
] as const satisfies readonly EventType[];

export type CauseEvent = EventOf<(typeof CAUSE_EVENTS)[number]>;

/** A transfer that a log explains; both ends and the amount must fit. */
export interface Claim {
  readonly cause: TransferCause;
  readonly from?: string;
  readonly to?: string;
  readonly amount?: bigint;
  /** The cause it makes more precise */
  readonly refines?: TransferCause;
  readonly asset?: string;
  readonly principal?: bigint;
}

/** The transfers that a log explains. */
export function claimsOf(event: CauseEvent): Claim[] {
  if ('assetId' in event) return assetClaims(event, {asset: assetKey(event)});
  const self = event.meta.address;
  switch (event.type) {
    case 'AidMinted':
      return [{cause: mintCause(event), from: ZERO_ADDRESS, to: event.recipient, amount: event.aidOut}];
    case 'AidRedeemed':
      return [{cause: 'REDEMPTION', from: event.owner, to: ZERO_ADDRESS, amount: event.aidIn}];
    case 'AidMigrated':
      return [{cause: 'MIGRATION', from: ZERO_ADDRESS, to: event.user}];
    case 'BridgeSent':
      return [{cause: 'BRIDGE', from: event.from, to: ZERO_ADDRESS, amount: event.amountSent}];
    case 'BridgeReceived':
      return [{cause: 'BRIDGE', from: ZERO_ADDRESS, to: event.to, amount: event.amount}];
    case 'FlashMinted':
      return [
        {cause: 'FLASH_MINT', from: ZERO_ADDRESS, to: event.to, amount: event.amount},
        {cause: 'FLASH_MINT', from: event.to, to: ZERO_ADDRESS},
      ];
    case 'Staked':
      return [{cause: 'STAKE', to: self, amount: event.assets}];
    case 'UnstakeFilled':
      return [{cause: 'UNSTAKE', from: self, to: event.owner, amount: event.assetsPaid}];
    case 'Withdrawn':
      return [{cause: 'UNSTAKE', from: self, to: event.receiver, amount: event.assets}];
  }
}

type AssetEvent = Extract<CauseEvent, {assetId: string}>;

function assetClaims(event: AssetEvent, of: {asset: string}): Claim[] {
  const self = event.meta.address;
  switch (event.type) {
    case 'CapitalDeployed':
      return [{...of, cause: 'DEPLOYMENT', from: self, to: ZERO_ADDRESS, amount: event.amount}];
    case 'CapitalReturned': {
      const {principal, income} = event;
      const minted = {from: ZERO_ADDRESS, to: self, amount: principal + income};
      return [{...of, ...minted, cause: 'CAPITAL_RETURN', refines: 'CAPITAL_RETURN', principal}];
    }
    case 'RevenueReceived': {
      const cause = event.kind === 'REVENUE' ? 'REVENUE' : 'PASS_THROUGH';
      return [{...of, cause, refines: 'REVENUE', from: ZERO_ADDRESS, to: self, amount: event.amount}];
    }
    case 'RevenuePaid':
      return [{...of, cause: 'PAID_TO_HOLDER', from: self, to: event.holder, amount: event.amount}];
    case 'ReserveFundDrawn':
      return [{...of, cause: 'RESERVE_DRAWN', from: self, to: event.to, amount: event.amount}];
    case 'RevenueDistributed':
      return legs(event).map(([cause, amount]) => ({...of, cause, from: self, amount}));
  }
}

/** The transfers of a distribution, but for those of its holders, which have logs of their own. */
const legs = (event: EventOf<'RevenueDistributed'>): (readonly [TransferCause, bigint])[] => [
  ['PASS_THROUGH_PAID', event.passThrough],
  ['FEES_PAID', event.protocolFee + event.performanceFee],
  ['FEES_PAID', event.protocolFee],
  ['FEES_PAID', event.performanceFee],
  ['PAID_TO_VAULT', event.netToVault + event.dust],
];

/** What AID is minted for, by the role of who had it minted. */
export function mintCause({callerRole}: EventOf<'AidMinted'>): 'DEPOSIT' | 'CAPITAL_RETURN' | 'REVENUE' {
  if (callerRole === 'said') return 'CAPITAL_RETURN';
  return callerRole === 'revenueDistributor' ? 'REVENUE' : 'DEPOSIT';
}
