import {encodeBytes32String} from 'ethers';
import {account, LocalChain} from './localChain';
import {admin, AID_PER_UNIT, custodian, deployProtocol, giveUsdc, treasurer, type Protocol} from './protocol';

const alice = account('alice');
const bob = account('bob');
const stranger = account('stranger');

let chain: LocalChain;
let protocol: Protocol;
let clean: string;

beforeAll(async () => {
  chain = await LocalChain.start();
  protocol = await deployProtocol(chain);
  await giveUsdc(chain, protocol, alice, 1_000_000n);
  await chain.send(admin, protocol.usdc, 'mint', protocol.minter.address, 1_000n);
  await chain.send(admin, protocol.minter, 'setWhitelisted', alice, true);
});
beforeEach(async () => {
  clean = await chain.rpc.call<string>('evm_snapshot');
});
afterEach(() => chain.rpc.call('evm_revert', clean));
afterAll(() => chain.stop());

describe('Minter', () => {
  test('a stablecoin unit becomes 1e12 AID wei, less the fee, exactly', async () => {
    const {aid, minter, usdc} = protocol;
    for (const [units, feeBps] of [
      [1n, 0n],
      [1_234_567n, 0n],
      [1n, 1n],
      [1_000_003n, 7n],
      [999_999_999_999n, 25n],
    ] as const) {
      await chain.send(admin, minter, 'configureCollateral', usdc.address, true, feeBps, 0);
      await giveUsdc(chain, protocol, alice, units);
      const [supply, reserves] = await Promise.all([
        chain.read<bigint>(aid, 'totalSupply'),
        chain.read<bigint>(usdc, 'balanceOf', minter.address),
      ]);
      const logs = await chain.send(alice, minter, 'mint', usdc.address, units, bob);
      const gross = units * AID_PER_UNIT;
      const fee = (gross * feeBps) / 10_000n;
      expect(fee * 10_000n).toBe(gross * feeBps);
      const aidOut = gross - fee;
      expect(logs.find(({name}) => name === 'Minted')?.args).toMatchObject({
        caller: alice,
        recipient: bob,
        collateralIn: units,
        aidOut,
        fee,
      });
      expect(await chain.read(aid, 'totalSupply')).toBe(supply + aidOut);
      expect(await chain.read(usdc, 'balanceOf', minter.address)).toBe(reserves + units);
    }
  });

  test('only the whitelisted mint, only against an accepted stablecoin of 6 decimals', async () => {
    const {aid, minter, usdc} = protocol;
    expect(await chain.refusal(stranger, minter, 'mint', usdc.address, 1n, stranger)).toBe('NotWhitelisted');
    expect(await chain.refusal(alice, minter, 'mint', aid.address, 1n, alice)).toBe('CollateralDisabled');
    expect(await chain.refusal(alice, minter, 'mint', usdc.address, 0n, alice)).toBe('ZeroAmount');
    expect(await chain.refusal(admin, minter, 'configureCollateral', aid.address, true, 0, 0)).toBe(
      'UnsupportedDecimals',
    );
    expect(await chain.refusal(stranger, minter, 'mintReturned', usdc.address, 1n, alice, stranger)).toBe(
      'AccessControlUnauthorizedAccount',
    );
    expect(await chain.send(admin, minter, 'setWhitelisted', alice, true)).toEqual([]);
    expect((await chain.send(admin, minter, 'setWhitelisted', alice, false)).map(({name}) => name)).toEqual([
      'WhitelistUpdated',
    ]);
    expect(await chain.refusal(alice, minter, 'mint', usdc.address, 1n, alice)).toBe('NotWhitelisted');
  });

  test('reserves move between custody, custodian and redeemer unit by unit, each with its purpose', async () => {
    const {minter, redeemer, usdc} = protocol;
    const held = async (): Promise<bigint[]> =>
      Promise.all(
        [minter.address, custodian, redeemer.address].map((who) => chain.read<bigint>(usdc, 'balanceOf', who)),
      );
    const [custody = 0n, bills = 0n, float = 0n] = await held();
    const moved = async (method: string, args: unknown[]): Promise<unknown> => {
      const [, log] = await chain.send(treasurer, minter, method, ...args);
      return log?.args;
    };
    expect(await moved('buyTbills', [usdc.address, 700n])).toEqual({
      asset: usdc.address,
      destination: custodian,
      purpose: encodeBytes32String('TBILL_BUY'),
      amount: 700n,
    });
    expect(await held()).toEqual([custody - 700n, bills + 700n, float]);
    await chain.send(custodian, usdc, 'approve', minter.address, 300n);
    expect(await moved('sellTbills', [usdc.address, 300n])).toEqual({
      asset: usdc.address,
      destination: minter.address,
      purpose: encodeBytes32String('TBILL_SELL'),
      amount: 300n,
    });
    expect(await held()).toEqual([custody - 400n, bills + 400n, float]);
    expect(await moved('fundRedeemer', [usdc.address, redeemer.address, 50n])).toEqual({
      asset: usdc.address,
      destination: redeemer.address,
      purpose: encodeBytes32String('REDEEMER_FLOAT'),
      amount: 50n,
    });
    expect(await held()).toEqual([custody - 450n, bills + 400n, float + 50n]);
    expect(await chain.refusal(alice, minter, 'buyTbills', usdc.address, 1n)).toBe('AccessControlUnauthorizedAccount');
    expect(await chain.refusal(treasurer, minter, 'sellTbills', usdc.address, 1n)).toBe('ERC20InsufficientAllowance');
  });
});
