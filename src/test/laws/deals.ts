import type {AssetStatus} from '../../domain/lifecycle';
import {address, ASSET_TOKEN, assetIdOf, DISTRIBUTOR, REGISTRY, SAID, USDC} from '../given';
import type {Chain} from './chain';
import {Ledger} from './ledger';
import {UNIT, type Treasury} from './treasury';

/** AssetLifecycle.isLegal */
const NEXT: Readonly<Record<string, readonly AssetStatus[]>> = {
  PENDING: ['ACTIVE'],
  ACTIVE: ['LATE', 'REPAID'],
  LATE: ['ACTIVE', 'DEFAULTED', 'REPAID'],
  DEFAULTED: ['LIQUIDATED', 'REPAID'],
};

/** Who is paid the costs of a deal, and the treasury that gets the fees. */
export const PROVIDER = address(0x5e);
export const TREASURY = address(0x7e);

export interface Deal {
  readonly assetId: string;
  /** As the registry has it */
  status: AssetStatus;
  readonly token: Ledger;
  epoch: bigint;
  gross: bigint;
  distributions: number;
}

/** The deals of the model: registry, asset tokens and distributor. The last of the ids is never registered. */
export class Deals {
  static readonly IDS = ['GPU-1', 'ROBOT-2', 'DC-3', 'TBILL'].map(assetIdOf);
  readonly deals = new Map<string, Deal>();

  constructor(
    private readonly chain: Chain,
    private readonly aid: Ledger,
    private readonly treasury: Treasury,
  ) {}

  static idOf(n: number): string {
    return Deals.IDS[n % Deals.IDS.length] ?? '';
  }

  /** The deal of an id, registered when it is first spoken of; the unregistered id has none. */
  of(n: number): Deal | undefined {
    const assetId = Deals.idOf(n);
    if (assetId === Deals.IDS.at(-1)) return undefined;
    return this.deals.get(assetId) ?? this.register(assetId, n);
  }

  private register(assetId: string, n: number): Deal {
    const token = new Ledger(this.chain, ASSET_TOKEN, BigInt(assetId));
    const deal: Deal = {assetId, status: 'PENDING', token, epoch: 0n, gross: 0n, distributions: 0};
    this.deals.set(assetId, deal);
    const terms = {token: ASSET_TOKEN.address, spId: assetIdOf('SP'), principal: 10n ** 24n, aprBps: 1500};
    const dates = {startAt: this.chain.at, maturityAt: this.chain.at + 31_536_000};
    const kinds = {
      assetClass: (['GPU', 'ROBOTICS', 'DATA_CENTER'] as const)[n % 3] ?? 'GPU',
      dealType: 'DEBT',
    } as const;
    const metadataUri = 'n:looks like a mark';
    this.chain.emit(REGISTRY, {type: 'AssetRegistered', assetId, ...terms, ...dates, ...kinds, metadataUri});
    return deal;
  }

  step(deal: Deal | undefined, choice: number): void {
    if (deal === undefined) return;
    const next = NEXT[deal.status] ?? [];
    const newStatus = next[choice % next.length];
    if (newStatus === undefined) return;
    const oldStatus = deal.status;
    deal.status = newStatus;
    this.chain.emit(REGISTRY, {type: 'AssetStatusChanged', assetId: deal.assetId, oldStatus, newStatus});
  }

  /**
   * Whether a loss of this deal may be written off now; a deal that runs defaults first, for the fold knows no other
   * write-off.
   */
  isWrittenOffHere(n: number): boolean {
    const deal = this.of(n);
    while (deal !== undefined && ['PENDING', 'ACTIVE', 'LATE'].includes(deal.status)) {
      this.step(deal, deal.status === 'LATE' ? 1 : 0);
    }
    return deal === undefined || deal.status === 'DEFAULTED';
  }

  appraise(deal: Deal | undefined, value: bigint): void {
    if (deal === undefined) return;
    const {assetId} = deal;
    const document = {attestor: SAID.address, kind: 'FINANCIAL', dataHash: assetId, uri: 's:also'};
    this.chain.emit(REGISTRY, {type: 'AssetAttested', assetId, ...document, asOf: this.chain.at});
    const figures = {outstandingPrincipal: value, collateralValue: value, utilizationBps: 9000};
    this.chain.emit(REGISTRY, {type: 'AssetValued', assetId, asOf: this.chain.at - 60, ...figures});
  }

  /** Revenue comes in as AID and goes out by the waterfall: seven legs that add up, holders paid by their part. */
  distribute(assetId: string, deal: Deal | undefined, payer: string, units: bigint): void {
    const amount = units * UNIT;
    const period = {periodStart: this.chain.at - 100, periodEnd: this.chain.at};
    const received = {assetId, payer, currency: this.aid.by.address, kind: 'REVENUE', amount, ...period} as const;
    this.treasury.mint(payer, DISTRIBUTOR.address, USDC, units, DISTRIBUTOR);
    this.chain.emit(DISTRIBUTOR, {type: 'RevenueReceived', ...received});

    const epoch = (deal?.epoch ?? 0n) + 1n;
    const [passThrough, protocolFee, performanceFee] = [amount / 10n, amount / 100n, amount / 20n];
    const reserveContribution = amount / 25n;
    const net = amount - passThrough - protocolFee - performanceFee - reserveContribution;
    this.aid.move(DISTRIBUTOR.address, PROVIDER, passThrough, 'PASS_THROUGH_PAID');
    this.aid.move(DISTRIBUTOR.address, TREASURY, protocolFee + performanceFee, 'FEES_PAID');
    const {paidToHolders, toVault} = this.payHolders(assetId, deal, epoch, net);
    const netToVault = deal === undefined || deal.token.supply === 0n ? net : toVault;
    const dust = net - netToVault - paidToHolders;
    this.aid.move(DISTRIBUTOR.address, SAID.address, netToVault + dust, 'PAID_TO_VAULT');
    const legs = {passThrough, protocolFee, performanceFee, reserveContribution, netToVault, paidToHolders, dust};
    this.chain.emit(DISTRIBUTOR, {type: 'RevenueDistributed', assetId, epoch, gross: amount, ...legs});
    if (deal === undefined) return;
    deal.epoch = epoch;
    deal.gross += amount;
    deal.distributions += 1;
  }

  private payHolders(assetId: string, deal: Deal | undefined, epoch: bigint, net: bigint) {
    let [paidToHolders, toVault] = [0n, 0n];
    for (const holder of deal?.token.holders ?? []) {
      const amount = deal === undefined ? 0n : (net * deal.token.of(holder)) / deal.token.supply;
      if (holder === SAID.address) toVault += amount;
      else {
        paidToHolders += amount;
        this.aid.move(DISTRIBUTOR.address, holder, amount, 'PAID_TO_HOLDER');
        this.chain.emit(DISTRIBUTOR, {type: 'RevenuePaid', assetId, epoch, holder, amount});
      }
    }
    return {paidToHolders, toVault};
  }

  miss(assetId: string, amountDue: bigint): void {
    this.chain.emit(DISTRIBUTOR, {type: 'PaymentMissed', assetId, dueAt: this.chain.at - 5, amountDue});
  }

  drawReserve(assetId: string, to: string, most: bigint): void {
    const fund = this.aid.of(DISTRIBUTOR.address);
    const amount = most < fund ? most : fund;
    this.aid.move(DISTRIBUTOR.address, to, amount, 'RESERVE_DRAWN');
    this.chain.emit(DISTRIBUTOR, {type: 'ReserveFundDrawn', assetId, to, amount});
  }
}
