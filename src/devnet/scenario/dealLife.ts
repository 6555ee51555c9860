import {id} from 'ethers';
import {ADMIN, ATTESTOR, ISSUER, OPERATOR} from '../accounts';
import {ATTESTATION_KINDS} from '../deploy';
import {WAD, type Block} from './block';
import {startOfDay} from './calendar';
import {STATUS, type DealState} from './dealBook';
import {DEALS, type Deal} from './deals';
import {AID_PER_UNIT} from './ledger';
import {publishParties, publishSchedule} from './reports/dealReports';
import {ensureLiquid} from './treasury';

/** Principals are whole multiples of ten thousand dollars. */
const PRINCIPAL_STEP = 10_000n * WAD;
/** A deal whose principal is not there on its day waits for it so long. */
const PATIENCE_DAYS = 30;
/** Collateral values are taken down by so much a month: hardware ages. */
const AGEING_BPS = 120n;

/** Registration and attestation the day before, then the draw; valuations on the sixth of every month. */
export async function planDeals(block: Block): Promise<void> {
  for (const deal of DEALS) {
    const state = block.ledger.deals.get(deal.assetId);
    if (state === undefined && block.isOn(deal.startDay - 1, 9)) await register(block, deal);
    if (state === undefined) continue;
    const {day} = block.moment;
    const isWaiting = state.status === STATUS.pending && day >= deal.startDay && day <= deal.startDay + PATIENCE_DAYS;
    if (isWaiting && block.isAt(12) && !block.isAidPaused) draw(block, deal, state.principal);
    const isRunning = state.outstanding > 0n && state.drawnAt > 0;
    if (isRunning && block.moment.dayOfMonth === 6 && block.isAt(18)) value(block, deal, state);
  }
}

async function register(block: Block, deal: Deal): Promise<void> {
  const {rpc, protocol} = block.scenario;
  const book = await protocol.view<bigint>(rpc, 'said', 'totalAssets');
  const deployed = await protocol.view<bigint>(rpc, 'said', 'totalOutstanding');
  const least = block.sharedRandom('principal', deal.code).around((book * BigInt(deal.shareBps)) / 10_000n, 800);
  const missing = (book * BigInt(deal.fillToBps ?? 0)) / 10_000n - deployed;
  const share = missing > least ? missing : least;
  const principal = share < PRINCIPAL_STEP ? PRINCIPAL_STEP : share - (share % PRINCIPAL_STEP);
  block.call(ADMIN, 'assetRegistry', 'register', {
    assetId: deal.assetId,
    token: protocol.address.assetToken,
    spId: deal.spId,
    assetClass: deal.assetClass,
    dealType: deal.dealType,
    principal,
    aprBps: deal.aprBps,
    startAt: startOfDay(deal.startDay),
    maturityAt: startOfDay(deal.maturityDay),
    metadataURI: `ipfs://gaib-squid-local/${deal.code}.json`,
  });
  publishParties(block, deal, principal);
  for (const kind of ATTESTATION_KINDS) attest(block, deal, kind);
  block.call(ISSUER, deal.collateral, 'mint', deal.borrower, (principal * 4n) / AID_PER_UNIT);
  block.approve(deal.collateral, deal.borrower, protocol.address.minter);
}

function attest(block: Block, deal: Deal, kind: string): void {
  const {timestamp} = block.moment;
  const uri = `ipfs://gaib-squid-local/${deal.code}/${timestamp}.pdf`;
  block.call(ATTESTOR, 'assetRegistry', 'attest', deal.assetId, kind, timestamp - 86_400, id(`${kind} ${uri}`), uri);
}

function draw(block: Block, deal: Deal, principal: bigint): void {
  const {said} = block.protocol.address;
  if (block.free('aid', said) - block.ledger.unstakes.pending() < principal) return;
  const units = principal / AID_PER_UNIT;
  ensureLiquid(block, deal.collateral, units);
  block.call(ADMIN, 'assetRegistry', 'setStatus', deal.assetId, STATUS.active);
  block.call(
    OPERATOR,
    'said',
    'deployCapital',
    deal.assetId,
    block.protocol.address[deal.collateral],
    principal,
    deal.borrower,
  );
  publishSchedule(block, deal, principal);
  block.debit('aid', said, principal);
  block.debit(deal.collateral, block.protocol.address.minter, units);
  const outside = (principal * BigInt(deal.outsideBps)) / 10_000n / BigInt(deal.outsideHolders.length);
  const holders = outside > 0n ? deal.outsideHolders : [];
  block.call(OPERATOR, 'assetToken', 'mint', said, deal.assetId, principal - outside * BigInt(holders.length));
  for (const holder of holders) block.call(OPERATOR, 'assetToken', 'mint', holder, deal.assetId, outside);
}

/** What the asset is worth as of the start of the month (or of its draw), and now and then an attestation of its cash flows. */
function value(block: Block, deal: Deal, {outstanding, unrealizedLoss, drawnAt}: DealState): void {
  const {month} = block.moment;
  const random = block.sharedRandom(`valuation of ${deal.code}`, month.index);
  const collateral = unrealizedLoss > 0n ? outstanding - unrealizedLoss : secured(deal, outstanding, month.firstDay);
  const utilization = random.int(7_000, 9_800);
  const asOf = Math.max(startOfDay(month.firstDay), drawnAt);
  block.call(ADMIN, 'assetRegistry', 'recordValuation', deal.assetId, asOf, outstanding, collateral, utilization);
  if (month.index % 3 === 2) attest(block, deal, ATTESTATION_KINDS[2] ?? '');
}

/** What secures a performing deal on a day. */
function secured(deal: Deal, outstanding: bigint, day: number): bigint {
  const full = (outstanding * BigInt(10_000 + deal.overcollateralBps)) / 10_000n;
  const months = BigInt(Math.max(0, Math.floor((day - deal.startDay) / 30)));
  return deal.isLinear ? full : (full * (10_000n - AGEING_BPS * months)) / 10_000n;
}
