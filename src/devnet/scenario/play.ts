import type {Report} from '../../domain/report';
import type {MinedBlock, Tx} from '../mining';
import {mineBlock} from '../mining';
import type {Protocol} from '../protocol';
import type {Rpc} from '../rpc';
import {setUp} from '../setUp';
import {SETUP_BLOCKS, momentAt, timestampOf, type Calendar} from './calendar';
import {Ledger} from './ledger';
import {planBlock} from './plan';
import {WHITELISTED} from './population';

/** Told of every block, with what it was made of, and what was published at its time. */
export type Observer = (block: MinedBlock, txs: readonly Tx[], reports: readonly Report[]) => void;

/** Deploys the protocol and plays the scenario to the last block of the calendar. */
export async function play(rpc: Rpc, calendar: Calendar, seed: number, observe: Observer): Promise<Protocol> {
  const setup: {block: MinedBlock; txs: readonly Tx[]}[] = [];
  const mine = async (txs: readonly Tx[]): Promise<MinedBlock> => {
    const block = await mineBlock(rpc, txs, {timestamp: timestampOf(calendar, setup.length + 1), isAlone: true});
    setup.push({block, txs});
    observe(block, txs, []);
    return block;
  };
  const protocol = await setUp(rpc, WHITELISTED, mine);
  if (setup.length > SETUP_BLOCKS)
    throw new Error(`The set-up takes ${setup.length} blocks, more than ${SETUP_BLOCKS}.`);
  while (setup.length < SETUP_BLOCKS) await mine([]);
  const ledger = new Ledger(protocol);
  for (const {block} of setup) ledger.apply(block.timestamp, block.logs);
  const scenario = {rpc, protocol, ledger, seed};
  for (let height = SETUP_BLOCKS + 1; height <= calendar.lastHeight; height++) {
    const moment = momentAt(calendar, height);
    const {txs, reports} = await planBlock(scenario, moment);
    const block = await mineBlock(rpc, txs, {timestamp: moment.timestamp, isAlone: true});
    ledger.apply(block.timestamp, block.logs);
    observe(block, txs, reports);
  }
  return protocol;
}
