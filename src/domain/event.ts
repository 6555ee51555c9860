import type {AuthorityFields} from './eventAuthority';
import type {ReportFields} from './eventReport';
import type {AssetClass, AssetStatus, DealType} from './lifecycle';

/** Where and when an event happened, and the records it was decoded from. Times are unix seconds. */
export interface EventMeta {
  readonly chainId: number;
  readonly height: number;
  readonly blockHash: string;
  readonly at: number;
  /** Contract that said it, and its role and name in the network file; of a report its id, `report` and its issuer */
  readonly address: string;
  readonly role: string;
  readonly name: string;
  readonly decimals: number | null;
  readonly txHash: string;
  /** The record that decides the event's order; `part` counts the events of one record */
  readonly record: string;
  readonly part: number;
  readonly causes: readonly string[];
}

/** How the open requests of a withdrawal cycle are paid: oldest first, or the same part to everybody. */
export const FILL_POLICIES = ['FIFO', 'PRO_RATA'] as const;
export type FillPolicy = (typeof FILL_POLICIES)[number];

/** Every fact the folds know. Amounts in the token's smallest unit, addresses lower case, instants unix seconds. */
export interface EventFields extends AuthorityFields, ReportFields {
  LogUnrecognized: {topic0: string | null};

  /** The roles are those of the two addresses in the network file, null for everybody else */
  TokenTransferred: {
    from: string;
    to: string;
    fromRole: string | null;
    toRole: string | null;
    amount: bigint;
    tokenId: bigint | null;
  };
  /** `callerRole` is the caller's role in the network file: capital and revenue come back through the minter too */
  AidMinted: {
    caller: string;
    callerRole: string | null;
    recipient: string;
    collateral: string;
    collateralIn: bigint;
    aidOut: bigint;
    fee: bigint;
  };
  AidRedeemed: {owner: string; receiver: string; collateral: string; aidIn: bigint; collateralOut: bigint; fee: bigint};
  PaymentReferenced: {from: string; to: string; reference: string; amount: bigint};
  /** Minted and, with a fee, burned again in one transaction */
  FlashMinted: {to: string; amount: bigint};
  /** AID Alpha turned into AID, which the same transaction mints; amount in the pool token's smallest unit */
  AidMigrated: {user: string; aidAlpha: string; amount: bigint};
  /** Burned here to be minted on the chain that the bridge calls `dstEid` */
  BridgeSent: {guid: string; dstEid: number; from: string; amountSent: bigint; amountReceived: bigint};
  BridgeReceived: {guid: string; srcEid: number; to: string; amount: bigint};
  BridgePeerSet: {eid: number; peer: string};

  /** A stablecoin moved from or to custody; both when it stayed inside */
  CustodyTransferred: {from: string; to: string; amount: bigint; fromCustody: boolean; toCustody: boolean};
  /** Stablecoin sent to (+) or returned by (-) the T-bill custodian; `feed` is the T-bill leg's feed, amount USD WAD */
  TbillMoved: {feed: string; feedName: string; feedDecimals: number; amountUsd: bigint};
  /** A stablecoin left or entered the minter's custody for a purpose: TBILL_BUY, TBILL_SELL, DEPLOYMENT, REDEEMER_FLOAT */
  ReserveMoved: {asset: string; destination: string; purpose: string; amount: bigint; decimals: number | null};
  /** A price of AID or sAID in USD WAD; pricedAt is the price's instant, meta.at its publication */
  PriceAnswered: {of: 'AID' | 'SAID'; roundId: bigint; priceUsd: bigint; pricedAt: number};
  /** A valuation of the T-bill leg, USD WAD; valuationAt is the valuation's instant, meta.at its publication */
  ReserveAnswered: {roundId: bigint; valueUsd: bigint; valuationAt: number};

  Staked: {owner: string; assets: bigint; shares: bigint};
  UnstakeRequested: {
    requestId: bigint;
    owner: string;
    cycleId: bigint;
    shares: bigint;
    assetsQuoted: bigint;
    unstakingNav: bigint;
  };
  UnstakeFilled: {requestId: bigint; owner: string; cycleId: bigint; assetsPaid: bigint; assetsRemaining: bigint};
  /** Requests made in [opensAt, cutoffAt) belong to the cycle; it can be settled from settlesAt on */
  WithdrawalCycleOpened: {cycleId: bigint; opensAt: number; cutoffAt: number; settlesAt: number; policy: FillPolicy};
  /** `assetsRequested` is all that was due at the settlement, rolled requests included */
  WithdrawalCycleSettled: {cycleId: bigint; unstakingNav: bigint; assetsRequested: bigint; assetsPaid: bigint};
  QueueProcessed: {caller: string; iterations: bigint; assetsPaid: bigint; nextRequestId: bigint};
  /** ERC-4626 exit at once; not expected on sAID, whose exits go through requests */
  Withdrawn: {owner: string; receiver: string; assets: bigint; shares: bigint};
  NavMarked: {
    epoch: bigint;
    totalAssets: bigint;
    unrealizedLoss: bigint;
    totalShares: bigint;
    stakingNav: bigint;
    unstakingNav: bigint;
  };
  LossRecognized: {assetId: string; epoch: bigint; oldLoss: bigint; newLoss: bigint};
  LossRealized: {assetId: string; epoch: bigint; amount: bigint; coveredByReserve: bigint};
  CapitalDeployed: {assetId: string; destination: string; amount: bigint};
  CapitalReturned: {assetId: string; principal: bigint; income: bigint};
  /** What the vault's views answered at `effectiveHeight`; a view that reverts or does not exist is null */
  NavObserved: {
    totalAssets: bigint | null;
    totalShares: bigint | null;
    stakingNav: bigint | null;
    unstakingNav: bigint | null;
    /** Income earned and not yet received, as of the last mark */
    accruedIncome: bigint | null;
    /** The token whose balance is the vault's cash; null where the network names none */
    aid: string | null;
    effectiveHeight: number;
    effectiveAt: number;
  };

  AssetRegistered: {
    assetId: string;
    token: string;
    spId: string;
    assetClass: AssetClass;
    dealType: DealType;
    principal: bigint;
    aprBps: number;
    startAt: number;
    /** Null where the deal has no end */
    maturityAt: number | null;
    metadataUri: string;
  };
  AssetStatusChanged: {assetId: string; oldStatus: AssetStatus; newStatus: AssetStatus};
  AssetAttested: {assetId: string; attestor: string; kind: string; asOf: number; dataHash: string; uri: string};
  AssetValued: {
    assetId: string;
    asOf: number;
    outstandingPrincipal: bigint;
    collateralValue: bigint;
    utilizationBps: number;
  };

  RevenueReceived: {
    assetId: string;
    payer: string;
    currency: string;
    kind: 'REVENUE' | 'PASS_THROUGH';
    amount: bigint;
    periodStart: number;
    periodEnd: number;
  };
  RevenueDistributed: {
    assetId: string;
    epoch: bigint;
    gross: bigint;
    passThrough: bigint;
    protocolFee: bigint;
    performanceFee: bigint;
    reserveContribution: bigint;
    netToVault: bigint;
    paidToHolders: bigint;
    dust: bigint;
  };
  RevenuePaid: {assetId: string; epoch: bigint; holder: string; amount: bigint};
  PaymentMissed: {assetId: string; dueAt: number; amountDue: bigint};
  ReserveFundDrawn: {assetId: string; to: string; amount: bigint};
}

export type EventType = keyof EventFields;

export type EventOf<T extends EventType> = {
  [K in T]: {readonly type: K; readonly meta: EventMeta} & Readonly<EventFields[K]>;
}[T];

export type DomainEvent = EventOf<EventType>;

/** An event before its place is known: what a decoder answers. */
export type EventBody = {[K in EventType]: {readonly type: K} & Readonly<EventFields[K]>}[EventType];
