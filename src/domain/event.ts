import type {AssetClass, AssetStatus, DealType} from './lifecycle';
import type {Assurance, Statement} from './report';

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

/** Every fact the folds know. Amounts in the token's smallest unit, addresses lower case, instants unix seconds. */
export interface EventFields {
  LogUnrecognized: {topic0: string | null};

  TokenTransferred: {from: string; to: string; amount: bigint; tokenId: bigint | null};
  AidMinted: {caller: string; recipient: string; collateral: string; collateralIn: bigint; aidOut: bigint; fee: bigint};
  AidRedeemed: {owner: string; receiver: string; collateral: string; aidIn: bigint; collateralOut: bigint; fee: bigint};
  PaymentReferenced: {from: string; to: string; reference: string; amount: bigint};

  /** A stablecoin moved from or to custody; both when it stayed inside */
  CustodyTransferred: {from: string; to: string; amount: bigint; fromCustody: boolean; toCustody: boolean};
  /** Stablecoin sent to (+) or returned by (-) the T-bill custodian; `feed` is the T-bill leg's feed, amount USD WAD */
  TbillMoved: {feed: string; feedName: string; feedDecimals: number; amountUsd: bigint};
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

  /**
   * A report that its chain learned of at meta.at, published at `publishedAt`, true at `asOf`. Its body says instants
   * as ISO 8601 and amounts as text; meta.address is the report's id
   */
  ReportAttested: Statement & {
    reportId: string;
    subject: string;
    asOf: number;
    publishedAt: number;
    assurance: Assurance;
    issuer: string;
    uri: string;
    documentHash: string;
    /** Id of the report this one takes the place of, and why */
    corrects: string | null;
    reason: string | null;
  };
}

export type EventType = keyof EventFields;

export type EventOf<T extends EventType> = {
  [K in T]: {readonly type: K; readonly meta: EventMeta} & Readonly<EventFields[K]>;
}[T];

export type DomainEvent = EventOf<EventType>;

/** An event before its place is known: what a decoder answers. */
export type EventBody = {[K in EventType]: {readonly type: K} & Readonly<EventFields[K]>}[EventType];
