import {ADMIN, CUSTODIAN, ISSUER} from './accounts';
import {deployProtocol, type Mine} from './deploy';
import type {Tx} from './mining';
import type {Protocol} from './protocol';
import type {Rpc} from './rpc';

const TXS_PER_BLOCK = 100;
/** Each stablecoin, in units: more than anybody spends. */
const POCKET_MONEY = 250_000_000n * 10n ** 6n;
const UNLIMITED = 2n ** 256n - 1n;

/** Deploys the protocol, admits the accounts, and gives the T-bill custodian what T-bills sell for. */
export async function setUp(rpc: Rpc, admitted: readonly string[], mine: Mine): Promise<Protocol> {
  const protocol = await deployProtocol(rpc, mine);
  const {minter} = protocol.address;
  await mineAll(
    (['usdc', 'usdt'] as const).flatMap((token) => [
      protocol.call(ISSUER, token, 'mint', CUSTODIAN, POCKET_MONEY),
      protocol.call(CUSTODIAN, token, 'approve', minter, UNLIMITED),
    ]),
    mine,
  );
  await admit(protocol, admitted, mine);
  return protocol;
}

/** Lets accounts mint and redeem, and gives them 250 million of each stablecoin. */
async function admit(protocol: Protocol, accounts: readonly string[], mine: Mine): Promise<void> {
  const txs = accounts.flatMap((account) => [
    protocol.call(ADMIN, 'minter', 'setWhitelisted', account, true),
    protocol.call(ADMIN, 'redeemer', 'setWhitelisted', account, true),
    protocol.call(ISSUER, 'usdc', 'mint', account, POCKET_MONEY),
    protocol.call(ISSUER, 'usdt', 'mint', account, POCKET_MONEY),
  ]);
  await mineAll(txs, mine);
}

async function mineAll(txs: readonly Tx[], mine: Mine): Promise<void> {
  for (let i = 0; i < txs.length; i += TXS_PER_BLOCK) await mine(txs.slice(i, i + TXS_PER_BLOCK));
}
