import type {FundEdge} from './fundFlow';

/** Sum of the movements of one kind between two nodes; WAD. */
export interface MovedSum {
  readonly from: string;
  readonly to: string;
  /** Of a transfer or a movement of custody */
  readonly cause: string;
  readonly asset: string | null;
  readonly amount: bigint;
  /** The part of it that repays principal */
  readonly principal: bigint;
  readonly count: number;
}

/** Node of AID that is minted from and burned to it: what it holds is the supply, as a negative. */
export const ISSUANCE = 'ISSUANCE';
const DEFI = ['DEX', 'LENDING'];
/** Nodes of the protocol: what moves there without a log that says why is OTHER. */
const PROTOCOL = [ISSUANCE, 'VAULT', 'DISTRIBUTOR', 'PROTOCOL'];

/**
 * Edges of AID. Capital that came back is split into principal and income; a flash mint and its burn are one edge, the
 * fee; a transfer that no log explains is named by the two classes it goes between.
 */
export function aidEdges(sums: readonly MovedSum[]): FundEdge[] {
  return netFlashMints(sums).flatMap((sum) => {
    const edge = {medium: 'AID', ...ends(sum)} as const;
    return sum.cause === 'CAPITAL_RETURN' ? split(edge, sum) : [{...edge, cause: causeBetween(sum)}];
  });
}

const ends = ({from, to, asset, amount, count}: MovedSum) => ({from, to, asset, amount, count});

function causeBetween({cause, from, to}: MovedSum): string {
  if (cause !== 'OTHER') return cause;
  if (PROTOCOL.includes(from) || PROTOCOL.includes(to))
    return to === 'AI_SERVICE' && from !== ISSUANCE ? 'PAYMENT' : 'OTHER';
  if (to === 'AI_SERVICE') return 'PAYMENT';
  if (DEFI.includes(to) === DEFI.includes(from)) return 'TRANSFER';
  return DEFI.includes(to) ? 'DEFI_IN' : 'DEFI_OUT';
}

/** Principal and income of capital that came back; one edge of its own where no asset is named. */
function split(edge: Omit<FundEdge, 'cause'>, {asset, amount, principal}: MovedSum): FundEdge[] {
  if (asset === null) return [{...edge, cause: 'CAPITAL_RETURN'}];
  return [
    {...edge, cause: 'PRINCIPAL', amount: principal},
    {...edge, cause: 'INCOME', amount: amount - principal},
  ];
}

/** Mint and burn of flash mints of the same node, which are one transaction's, as what is burned beyond the mint. */
function netFlashMints(sums: readonly MovedSum[]): MovedSum[] {
  const flashes = sums.filter(({cause}) => cause === 'FLASH_MINT');
  const others = sums.filter(({cause}) => cause !== 'FLASH_MINT');
  const fees = flashes
    .filter(({to}) => to === ISSUANCE)
    .map((burn) => {
      const mint = flashes.find(({from, to}) => from === ISSUANCE && to === burn.from);
      return {...burn, cause: 'FLASH_FEE', amount: burn.amount - (mint?.amount ?? 0n)};
    });
  const unmatched = flashes.filter(({from, to}) => from === ISSUANCE && !fees.some((fee) => fee.from === to));
  return [...others, ...fees, ...unmatched];
}

export const CUSTODY = 'CUSTODY';
export const WORLD = 'WORLD';
export const TBILLS = 'TBILLS';
export const dealNode = (asset: string): string => `DEAL ${asset}`;

/** How the distributor names T-bill income, which belongs to no deal: bytes32 of 'TBILL'. */
export const TBILL_ASSET_ID = '0x5442494c4c000000000000000000000000000000000000000000000000000000';

const isTbills = (asset: string | null): boolean => asset?.endsWith(TBILL_ASSET_ID) === true;

/** Edges of stablecoins: custody on one side, on the other who the cause and the asset say. */
export function usdEdges(sums: readonly MovedSum[]): FundEdge[] {
  return sums.flatMap((sum) => {
    const other = counterparty(sum);
    const place = (node: string): string => (node === CUSTODY ? CUSTODY : other);
    const edge = {medium: 'USD', ...ends(sum), from: place(sum.from), to: place(sum.to)} as const;
    if (sum.cause === 'CAPITAL_RETURN') return split(edge, sum);
    return [{...edge, cause: isTbills(sum.asset) && sum.cause === 'REVENUE' ? 'INTEREST' : sum.cause}];
  });
}

function counterparty({cause, asset}: MovedSum): string {
  if (cause === 'TBILL_BUY' || cause === 'TBILL_SELL' || isTbills(asset)) return TBILLS;
  return asset === null ? WORLD : dealNode(asset);
}
