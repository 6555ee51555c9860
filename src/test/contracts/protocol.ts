import {id} from 'ethers';
import {account, type Deployed, type LocalChain} from './localChain';

/** AID wei per unit of a stablecoin with 6 decimals. */
export const AID_PER_UNIT = 10n ** 12n;
/** One AID, one sAID, one dollar as WAD. */
export const WAD = 10n ** 18n;

export const admin = account('admin');
export const treasurer = account('treasurer');
export const operator = account('operator');
export const navKeeper = account('navKeeper');
export const collector = account('collector');
export const oracle = account('oracle');
export const custodian = account('custodian');
export const treasury = account('treasury');
export const serviceProvider = account('serviceProvider');
export const borrower = account('borrower');

/** The whole protocol on a chain, every role granted to the account of its name. */
export interface Protocol {
  readonly usdc: Deployed;
  readonly usdt: Deployed;
  readonly aid: Deployed;
  readonly minter: Deployed;
  readonly redeemer: Deployed;
  readonly reserveFeed: Deployed;
  readonly said: Deployed;
  readonly assetRegistry: Deployed;
  readonly assetToken: Deployed;
  readonly distributor: Deployed;
}

/** Deploys and wires everything; no fees are set and no AID exists yet. */
export async function deployProtocol(chain: LocalChain): Promise<Protocol> {
  const usdc = await chain.deploy('Stablecoin', ['USD Coin', 'USDC'], admin);
  const usdt = await chain.deploy('Stablecoin', ['Tether USD', 'USDT'], admin);
  const aid = await chain.deployProxy('AID', [admin], admin);
  const minter = await chain.deploy('Minter', [aid.address, admin, custodian], admin);
  const redeemer = await chain.deploy('Redeemer', [aid.address, admin], admin);
  const reserveFeed = await chain.deploy('ReserveFeed', [admin, 'T-bills behind AID / USD'], admin);
  const said = await chain.deployProxy('StakedAID', [aid.address, minter.address, admin], admin);
  const assetRegistry = await chain.deploy('AssetRegistry', [admin], admin);
  const assetToken = await chain.deploy('AssetToken', [admin], admin);
  const parties = [aid, minter, said, assetToken].map(({address}) => address);
  const distributor = await chain.deploy('RevenueDistributor', [...parties, treasury, serviceProvider, admin], admin);

  const grants: readonly [Deployed, string, string][] = [
    [aid, 'MINTER_ROLE', minter.address],
    [aid, 'MINTER_ROLE', redeemer.address],
    [minter, 'TREASURER_ROLE', treasurer],
    [minter, 'VAULT_ROLE', said.address],
    [minter, 'RETURN_ROLE', said.address],
    [minter, 'RETURN_ROLE', distributor.address],
    [said, 'OPERATOR_ROLE', operator],
    [said, 'NAV_ROLE', navKeeper],
    [assetToken, 'MINTER_ROLE', operator],
    [assetToken, 'VAULT_ROLE', said.address],
    [distributor, 'COLLECTOR_ROLE', collector],
    [reserveFeed, 'ORACLE_ROLE', oracle],
  ];
  for (const [on, role, to] of grants) await chain.send(admin, on, 'grantRole', id(role), to);
  await chain.send(admin, said, 'setAssetToken', assetToken.address);
  await chain.send(admin, minter, 'configureCollateral', usdc.address, true, 0, 0);
  await chain.send(admin, minter, 'configureCollateral', usdt.address, true, 0, 0);
  await chain.send(admin, redeemer, 'configureCollateral', usdc.address, true, 0, 10);
  await chain.send(admin, redeemer, 'setDailyRedeemLimit', 10n ** 36n);
  return {usdc, usdt, aid, minter, redeemer, reserveFeed, said, assetRegistry, assetToken, distributor};
}

/** Gives an account USDC and lets the minter take it. `units` in 1e-6 dollars. */
export async function giveUsdc(chain: LocalChain, {usdc, minter}: Protocol, to: string, units: bigint): Promise<void> {
  await chain.send(admin, usdc, 'mint', to, units);
  await chain.send(to, usdc, 'approve', minter.address, units);
}

/** Gives an account new AID for USDC, through the minter. `amount` in AID wei, a multiple of 1e12. */
export async function giveAid(chain: LocalChain, protocol: Protocol, to: string, amount: bigint): Promise<void> {
  const units = amount / AID_PER_UNIT;
  await giveUsdc(chain, protocol, to, units);
  await chain.send(admin, protocol.minter, 'setWhitelisted', to, true);
  await chain.send(to, protocol.minter, 'mint', protocol.usdc.address, units, to);
}

/** Stakes new AID for an account. `amount` in AID wei, a multiple of 1e12. */
export async function stakeNew(chain: LocalChain, protocol: Protocol, who: string, amount: bigint): Promise<void> {
  await giveAid(chain, protocol, who, amount);
  await chain.send(who, protocol.aid, 'approve', protocol.said.address, amount);
  await chain.send(who, protocol.said, 'deposit', amount, who);
}
