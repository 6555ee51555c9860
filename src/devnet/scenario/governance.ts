import {getCreateAddress, id} from 'ethers';
import {ADMIN, DEPLOYER, DEPUTY} from '../accounts';
import {creationCode} from '../artifacts';
import type {Block} from './block';
import {dayOf} from './calendar';

/** The day on which AID gets its second version. */
export const UPGRADE_DAY = dayOf(2026, 4, 29);
const UPGRADE_HOUR = 9;
/** AID is paused from 09:00 to 15:00. */
const PAUSE = {day: dayOf(2026, 1, 14), fromHour: 9, toHour: 15};
const LOWER_FEES = {day: dayOf(2026, 7, 2), protocolFeeBps: 25, performanceFeeBps: 1500, reserveBps: 500};
const DEPUTY_MONTH = {fromDay: dayOf(2026, 2, 17), toDay: dayOf(2026, 3, 19)};
/** The days after the upgrade in which people accept the new terms. */
const TERMS_DAYS = 75;
const TERMS = id('terms of AID, second version');

/** Whether AID can neither be minted nor burned in some part of this block. */
export function isPauseAt(day: number, fromHour: number, toHour: number): boolean {
  return day === PAUSE.day && toHour > PAUSE.fromHour && fromHour < PAUSE.toHour;
}

/** What the administrators do: pause and unpause, the upgrade, new fees, a deputy for a month. */
export async function planGovernance(block: Block): Promise<void> {
  if (block.isOn(PAUSE.day, PAUSE.fromHour)) block.call(ADMIN, 'aid', 'pause');
  if (block.isOn(PAUSE.day, PAUSE.toHour)) block.call(ADMIN, 'aid', 'unpause');
  if (block.isOn(UPGRADE_DAY, UPGRADE_HOUR)) await upgrade(block);
  if (block.isOn(LOWER_FEES.day, 9)) {
    const {protocolFeeBps, performanceFeeBps, reserveBps} = LOWER_FEES;
    block.call(ADMIN, 'revenueDistributor', 'setFeeConfig', protocolFeeBps, performanceFeeBps, reserveBps);
  }
  if (block.isOn(DEPUTY_MONTH.fromDay, 9)) block.call(ADMIN, 'said', 'grantRole', id('NAV_ROLE'), DEPUTY);
  if (block.isOn(DEPUTY_MONTH.toDay, 9)) block.call(ADMIN, 'said', 'revokeRole', id('NAV_ROLE'), DEPUTY);
}

async function upgrade(block: Block): Promise<void> {
  const nonce = Number(await block.scenario.rpc.call<string>('eth_getTransactionCount', DEPLOYER, 'latest'));
  const implementation = getCreateAddress({from: DEPLOYER, nonce});
  block.txs.push({label: 'create AIDV2', from: DEPLOYER, to: null, data: creationCode('AIDV2', [])});
  block.call(ADMIN, 'aid', 'upgradeToAndCall', implementation, '0x');
}

/** Holders accept the new terms: a log that no published ABI knows. */
export function planTerms(block: Block): void {
  const {day} = block.moment;
  const random = block.random('terms');
  if (day <= UPGRADE_DAY || day > UPGRADE_DAY + TERMS_DAYS || !random.chance(1, 14)) return;
  const people = block.ledger.holders('aid').filter(({part}) => part === 'holder');
  if (people.length === 0) return;
  block.call(random.pick(people).account, 'aid', 'acceptTerms', TERMS);
}
