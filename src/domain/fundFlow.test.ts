import {aidEdges, CUSTODY, dealNode, ISSUANCE, TBILL_ASSET_ID, usdEdges, WORLD, type MovedSum} from './fundEdges';
import {ledgerResidual, merged, settle, type FundEdge} from './fundFlow';

const sum = (from: string, to: string, cause: string, amount: bigint, fields: Partial<MovedSum> = {}): MovedSum => ({
  ...{from, to, cause, amount, asset: null, principal: 0n, count: 1},
  ...fields,
});
const causes = (edges: readonly FundEdge[]) => edges.map(({from, to, cause, amount}) => [from, to, cause, amount]);

test('a node balances where closing is opening plus in less out; what no edge shows is its residual', () => {
  const edges = aidEdges([sum('WALLET', 'VAULT', 'STAKE', 7n)]);
  const balance = (node: string, opening: bigint, closing: bigint) => ({
    medium: 'AID' as const,
    node,
    opening,
    closing,
  });
  const nodes = settle(edges, [balance('WALLET', 10n, 3n), balance('VAULT', 0n, 9n)]);
  expect(nodes.map(({node, inflow, outflow, residual}) => [node, inflow, outflow, residual])).toEqual([
    ['WALLET', 0n, 7n, 0n],
    ['VAULT', 7n, 0n, 2n],
  ]);
  expect(ledgerResidual(nodes)).toBe(2n);
});

test('residuals of both signs do not cancel', () => {
  const node = {medium: 'AID' as const, inflow: 0n, outflow: 0n, opening: 0n, closing: 0n};
  expect(
    ledgerResidual([
      {...node, node: 'A', residual: 3n},
      {...node, node: 'B', residual: -3n},
    ]),
  ).toBe(6n);
});

test('a node that only an edge names held nothing, and shows what came', () => {
  expect(settle(usdEdges([sum(WORLD, CUSTODY, 'DEPOSIT', 5n)]), [])).toMatchObject([
    {node: WORLD, opening: 0n, residual: 5n},
    {node: CUSTODY, opening: 0n, residual: -5n},
  ]);
});

test('what no log explains is named by the classes it goes between, and OTHER where the protocol is one of them', () => {
  const named = (from: string, to: string) => aidEdges([sum(from, to, 'OTHER', 1n)])[0]?.cause;
  expect(named('WALLET', 'AI_SERVICE')).toBe('PAYMENT');
  expect(named('WALLET', 'DEX')).toBe('DEFI_IN');
  expect(named('LENDING', 'WALLET')).toBe('DEFI_OUT');
  expect(named('DEX', 'LENDING')).toBe('TRANSFER');
  expect(named('WALLET', 'EXCHANGE')).toBe('TRANSFER');
  expect(named('WALLET', 'VAULT')).toBe('OTHER');
  expect(named(ISSUANCE, 'WALLET')).toBe('OTHER');
  expect(named(ISSUANCE, 'AI_SERVICE')).toBe('OTHER');
  expect(aidEdges([sum('WALLET', 'VAULT', 'STAKE', 1n)])[0]?.cause).toBe('STAKE');
});

test('a flash mint is its fee; one that is not burned in the period stays as it is', () => {
  const mint = sum(ISSUANCE, 'WALLET', 'FLASH_MINT', 1_000n);
  const burn = sum('WALLET', ISSUANCE, 'FLASH_MINT', 1_005n);
  expect(causes(aidEdges([mint, burn]))).toEqual([['WALLET', ISSUANCE, 'FLASH_FEE', 5n]]);
  expect(causes(aidEdges([mint]))).toEqual([[ISSUANCE, 'WALLET', 'FLASH_MINT', 1_000n]]);
});

test('capital that came back is principal and income of its asset', () => {
  const back = {asset: '1-0xaa', principal: 80n};
  expect(causes(aidEdges([sum(ISSUANCE, 'VAULT', 'CAPITAL_RETURN', 100n, back)]))).toEqual([
    [ISSUANCE, 'VAULT', 'PRINCIPAL', 80n],
    [ISSUANCE, 'VAULT', 'INCOME', 20n],
  ]);
  expect(causes(usdEdges([sum(WORLD, CUSTODY, 'CAPITAL_RETURN', 100n, back)]))).toEqual([
    [dealNode('1-0xaa'), CUSTODY, 'PRINCIPAL', 80n],
    [dealNode('1-0xaa'), CUSTODY, 'INCOME', 20n],
  ]);
  expect(causes(usdEdges([sum(WORLD, CUSTODY, 'CAPITAL_RETURN', 100n)]))).toEqual([
    [WORLD, CUSTODY, 'CAPITAL_RETURN', 100n],
  ]);
});

test('custody faces deals, T-bills and the world; revenue of T-bills is their interest', () => {
  const tbills = {asset: `1-${TBILL_ASSET_ID}`};
  const edges = usdEdges([
    sum(CUSTODY, WORLD, 'DEPLOYMENT', 1n, {asset: '1-0xaa'}),
    sum(CUSTODY, WORLD, 'TBILL_BUY', 2n),
    sum(WORLD, CUSTODY, 'REVENUE', 3n, tbills),
    sum(CUSTODY, CUSTODY, 'REDEEMER_FLOAT', 4n),
    sum(WORLD, CUSTODY, 'OTHER', 5n),
  ]);
  expect(causes(edges)).toEqual([
    [CUSTODY, dealNode('1-0xaa'), 'DEPLOYMENT', 1n],
    [CUSTODY, 'TBILLS', 'TBILL_BUY', 2n],
    ['TBILLS', CUSTODY, 'INTEREST', 3n],
    [CUSTODY, CUSTODY, 'REDEEMER_FLOAT', 4n],
    [WORLD, CUSTODY, 'OTHER', 5n],
  ]);
});

test('edges of the same ends, cause and asset are one; those of nothing are none', () => {
  const edges = aidEdges([
    sum('WALLET', 'EXCHANGE', 'OTHER', 2n),
    sum('WALLET', 'EXCHANGE', 'OTHER', 3n),
    sum('WALLET', 'VAULT', 'STAKE', 0n),
  ]);
  expect(merged(edges)).toMatchObject([{from: 'WALLET', to: 'EXCHANGE', amount: 5n, count: 2}]);
});
