import {encodeBytes32String, id} from 'ethers';
import {account, LocalChain} from './localChain';
import {AID_PER_UNIT, borrower, deployProtocol, giveUsdc, navKeeper, operator, stakeNew, WAD} from './protocol';
import type {Protocol} from './protocol';

const alice = account('alice');
const DEAL = id('deal');

let chain: LocalChain;
let protocol: Protocol;
let clean: string;

beforeAll(async () => {
  chain = await LocalChain.start();
  protocol = await deployProtocol(chain);
  await stakeNew(chain, protocol, alice, 1_000n * WAD);
  await chain.send(operator, protocol.assetToken, 'mint', protocol.said.address, DEAL, 400n * WAD);
});
beforeEach(async () => {
  clean = await chain.rpc.call<string>('evm_snapshot');
});
afterEach(() => chain.rpc.call('evm_revert', clean));
afterAll(() => chain.stop());

const vault = (view: string): Promise<bigint> => chain.read(protocol.said, view);
const deploy = (amount: bigint): Parameters<LocalChain['send']> => [
  operator,
  protocol.said,
  'deployCapital',
  DEAL,
  protocol.usdc.address,
  amount,
  borrower,
];
const giveBack = (principal: bigint, income: bigint): Parameters<LocalChain['send']> => [
  operator,
  protocol.said,
  'returnCapital',
  DEAL,
  protocol.usdc.address,
  borrower,
  principal,
  income,
];

/** What must be conserved: AID supply against the stablecoin in custody, and the AID and loans of the vault. */
async function balances(): Promise<{supply: bigint; custody: bigint; idle: bigint; outstanding: bigint; book: bigint}> {
  const {aid, minter, said, usdc} = protocol;
  return {
    supply: await chain.read<bigint>(aid, 'totalSupply'),
    custody: await chain.read<bigint>(usdc, 'balanceOf', minter.address),
    idle: await chain.read<bigint>(aid, 'balanceOf', said.address),
    outstanding: await vault('totalOutstanding'),
    book: await vault('totalAssets'),
  };
}

test("deploying burns the vault's AID while the same value in stablecoin leaves custody", async () => {
  const before = await balances();
  const logs = await chain.send(...deploy(400n * WAD));
  expect(logs.map(({name}) => name)).toEqual(['Approval', 'Transfer', 'Transfer', 'ReserveMoved', 'CapitalDeployed']);
  expect(logs[3]?.args).toMatchObject({
    destination: borrower,
    purpose: encodeBytes32String('DEPLOYMENT'),
    amount: 400_000_000n,
  });
  expect(logs[4]?.args).toEqual({assetId: DEAL, destination: borrower, amount: 400n * WAD});
  expect(await balances()).toEqual({
    supply: before.supply - 400n * WAD,
    custody: before.custody - 400_000_000n,
    idle: before.idle - 400n * WAD,
    outstanding: 400n * WAD,
    book: before.book,
  });
  expect(await chain.read(protocol.usdc, 'balanceOf', borrower)).toBe(400_000_000n);
  await chain.send(navKeeper, protocol.said, 'updateNav', 0n);
  expect(await vault('totalAssets')).toBe(before.book);
});

test('returning takes stablecoin into custody and gives the vault new AID; the book waits for the mark', async () => {
  await chain.send(...deploy(400n * WAD));
  await giveUsdc(chain, protocol, borrower, 200_000_000n);
  const before = await balances();
  const logs = await chain.send(...giveBack(150n * WAD, 20n * WAD));
  expect(logs.map(({name}) => name)).toEqual(['Transfer', 'Transfer', 'Minted', 'PrincipalRepaid', 'CapitalReturned']);
  expect(logs[2]?.args).toMatchObject({
    caller: protocol.said.address,
    collateralIn: 170_000_000n,
    aidOut: 170n * WAD,
    fee: 0n,
  });
  expect(logs[3]?.args).toEqual({assetId: DEAL, amount: 150n * WAD, outstanding: 250n * WAD});
  expect(logs[4]?.args).toEqual({assetId: DEAL, principal: 150n * WAD, income: 20n * WAD});
  const after = await balances();
  expect(after).toEqual({
    supply: before.supply + 170n * WAD,
    custody: before.custody + 170_000_000n,
    idle: before.idle + 170n * WAD,
    outstanding: 250n * WAD,
    book: before.book,
  });
  expect(after.supply).toBe(after.custody * AID_PER_UNIT);
  await chain.send(navKeeper, protocol.said, 'updateNav', 0n);
  expect(await vault('totalAssets')).toBe(before.book + 20n * WAD);
});

test('only whole stablecoin units are drawn or repaid, and never more than is outstanding', async () => {
  expect(await chain.refusal(...deploy(WAD + 1n))).toBe('NotDivisible');
  expect(await chain.refusal(...deploy(0n))).toBe('ZeroAmount');
  await chain.send(...deploy(400n * WAD));
  await giveUsdc(chain, protocol, borrower, 1_000_000_000n);
  expect(await chain.refusal(...giveBack(WAD + 1n, AID_PER_UNIT - 1n))).toBe('NotDivisible');
  expect(await chain.refusal(...giveBack(WAD, 1n))).toBe('NotDivisible');
  expect(await chain.refusal(...giveBack(400n * WAD + AID_PER_UNIT, 0n))).toBe('AmountAboveOutstanding');
  expect(await chain.refusal(...giveBack(0n, 0n))).toBe('ZeroAmount');
  const logs = await chain.send(...giveBack(0n, 5n * WAD));
  expect(logs.map(({name}) => name)).not.toContain('PrincipalRepaid');
});
