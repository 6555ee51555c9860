import {encodeBytes32String} from 'ethers';
import {account, accounts} from '../accounts';
import {dayOf, monthsAfter} from './calendar';
import {KINDS, TERMS} from './dealTerms';

/** An AI-infrastructure financing of the scenario. Ratios in basis points, 1e4 = 1. */
export interface Deal {
  readonly assetId: string;
  readonly code: string;
  /** The segregated portfolio it belongs to, bytes32 ASCII. */
  readonly spId: string;
  /** 0 GPU, 1 ROBOTICS, 2 DATA_CENTER */
  readonly assetClass: number;
  /** 0 debt, 1 equity, 2 hybrid */
  readonly dealType: number;
  readonly borrower: string;
  /** Principal as a share of the vault's book when the deal is registered. */
  readonly shareBps: number;
  /** Where set, the principal is what brings the deployed part of the book up to this, if that is more than `shareBps`. */
  readonly fillToBps: number | null;
  readonly aprBps: number;
  /** Collateral above principal: 3300 = 33 % overcollateralization. */
  readonly overcollateralBps: number;
  /** Days since the launch. */
  readonly startDay: number;
  readonly maturityDay: number;
  readonly termMonths: number;
  /** Principal comes back in equal monthly parts, or all at maturity. */
  readonly isLinear: boolean;
  /** Day of the month on which revenue is paid. */
  readonly payDay: number;
  /** Costs of operation that pass through on top of revenue. */
  readonly passThroughBps: number;
  /** Part of the asset's token held outside the vault. */
  readonly outsideBps: number;
  readonly outsideHolders: readonly string[];
  readonly collateral: 'usdc' | 'usdt';
}

/** The deal type whose income is what the month brings. */
export const EQUITY = 1;
const OUTSIDE_HOLDERS = accounts('asset token holder', 6);

/** The ten deals, in the order of their start. */
export const DEALS: readonly Deal[] = TERMS.map(([code, terms], i) => {
  const startDay = dayOf(...terms.start);
  return {
    assetId: encodeBytes32String(code),
    code,
    spId: encodeBytes32String(`SP${(i % 3) + 1}`),
    ...KINDS[terms.kind],
    borrower: account(`borrower ${code}`),
    shareBps: terms.shareBps,
    fillToBps: terms.fillToBps ?? null,
    aprBps: terms.aprBps,
    overcollateralBps: terms.ocBps,
    startDay,
    maturityDay: monthsAfter(startDay, terms.months),
    termMonths: terms.months,
    isLinear: terms.isLinear ?? false,
    payDay: terms.payDay,
    passThroughBps: terms.passThroughBps ?? 0,
    outsideBps: terms.outsideBps ?? 0,
    outsideHolders: OUTSIDE_HOLDERS.slice(i % 4, (i % 4) + 2),
    collateral: terms.usdt === true ? 'usdt' : 'usdc',
  };
});

/** The id under which T-bill interest is distributed, bytes32 ASCII. */
export const TBILL = encodeBytes32String('TBILL');
/** The deal that pays late, defaults and is partly recovered. */
export const BAD_DEAL = 'ROBOT-FLEET-01';
