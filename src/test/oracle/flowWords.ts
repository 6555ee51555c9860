import type {Interface} from 'ethers';
import {AID, BRIDGE, DISTRIBUTOR, MINTER, QUEUE, REDEEMER, VAULT} from './interfaces';

/** Dollars of a stablecoin's unit, WAD. */
export const USD = 10n ** 12n;
/** How the distributor names income of T-bills. */
const TBILL = `0x${Buffer.from('TBILL').toString('hex').padEnd(64, '0')}`;
const FLASH_FEE_BPS = 5n;

/** Medium and cause, the amount, and the asset where one is named. */
export type Line = readonly [flow: string, amount: bigint | undefined, assetId?: string];
export type Args = Record<string, bigint> & {assetId: string; caller: string; purpose: string};

/** What an event of a contract says that moved; `returning` are the contracts through which capital and revenue return. */
export interface Word {
  readonly role: string;
  readonly abi: Interface;
  readonly name: string;
  readonly lines: (args: Args, returning: readonly string[]) => readonly Line[];
}

/** A stablecoin and AID move together. */
const both = (cause: string, amount: bigint | undefined, assetId: string): Line[] => [
  [`USD ${cause}`, amount, assetId],
  [`AID ${cause}`, amount, assetId],
];

/** What came in for an asset; income of T-bills is interest in dollars and revenue in AID. */
function received({assetId, kind, amount}: Args): Line[] {
  if (kind !== 0n) return both('PASS_THROUGH', amount, assetId);
  if (assetId !== TBILL) return both('REVENUE', amount, assetId);
  return [['USD INTEREST', amount, assetId] as const, ['AID REVENUE', amount, assetId] as const];
}

/** Moves of the treasury; capital that goes out is told by the vault. */
function reserveMoved({purpose, amount = 0n}: Args): Line[] {
  const cause = Buffer.from(purpose.slice(2), 'hex').toString('ascii').replace(/\0+$/, '');
  return cause === 'DEPLOYMENT' ? [] : [[`USD ${cause}`, amount * USD]];
}

function minted({caller, collateralIn = 0n, aidOut}: Args, returning: readonly string[]): Line[] {
  if (returning.includes(caller)) return [];
  return [['USD DEPOSIT', collateralIn * USD] as const, ['AID DEPOSIT', aidOut] as const];
}

const redeemed = ({aidIn, collateralOut = 0n}: Args): Line[] => [
  ['USD REDEMPTION', collateralOut * USD],
  ['AID REDEMPTION', aidIn],
];

/** The transfers of a distribution beside those to holders, which have logs of their own. */
const distributed = (args: Args): Line[] => [
  ['AID PASS_THROUGH_PAID', args['passThrough'], args.assetId],
  ['AID FEES_PAID', (args['protocolFee'] ?? 0n) + (args['performanceFee'] ?? 0n), args.assetId],
  ['AID PAID_TO_VAULT', (args['netToVault'] ?? 0n) + (args['dust'] ?? 0n), args.assetId],
];

/** Rounded up, and burned. */
const flashFee = ({amount = 0n}: Args): Line[] => [['AID FLASH_FEE', (amount * FLASH_FEE_BPS + 9_999n) / 10_000n]];

const of = (role: string, abi: Interface, name: string, lines: Word['lines']): Word => ({role, abi, name, lines});

export const WORDS: readonly Word[] = [
  of('minter', MINTER, 'Minted', minted),
  of('minter', MINTER, 'ReserveMoved', reserveMoved),
  of('redeemer', REDEEMER, 'Redeemed', redeemed),
  of('said', VAULT, 'Deposit', ({assets}) => [['AID STAKE', assets]]),
  of('said', QUEUE, 'UnstakeFilled', ({assetsPaid}) => [['AID UNSTAKE', assetsPaid]]),
  of('said', VAULT, 'CapitalDeployed', ({assetId, amount}) => both('DEPLOYMENT', amount, assetId)),
  of('said', VAULT, 'CapitalReturned', ({assetId, principal}) => both('PRINCIPAL', principal, assetId)),
  of('said', VAULT, 'CapitalReturned', ({assetId, income}) => both('INCOME', income, assetId)),
  of('revenueDistributor', DISTRIBUTOR, 'RevenueReceived', received),
  of('revenueDistributor', DISTRIBUTOR, 'RevenueDistributed', distributed),
  of('revenueDistributor', DISTRIBUTOR, 'RevenuePaid', ({assetId, amount}) => [
    ['AID PAID_TO_HOLDER', amount, assetId],
  ]),
  of('revenueDistributor', DISTRIBUTOR, 'ReserveFundDrawn', ({assetId, amount}) => [
    ['AID RESERVE_DRAWN', amount, assetId],
  ]),
  of('bridge', BRIDGE, 'OFTSent', ({amountSentLD}) => [['AID BRIDGE', amountSentLD]]),
  of('bridge', BRIDGE, 'OFTReceived', ({amountReceivedLD}) => [['AID BRIDGE', amountReceivedLD]]),
  of('aid', AID, 'FlashMinted', flashFee),
];
