import {balanceRowId, contractRowId, tokenRowId} from '../../domain/ids';
import {computeAsset, revenueDistribution} from '../../projections/asset';
import {unstakeRequest} from '../../projections/queue';
import {custodyBalance, priceObservation, redeemerState, reserveComponent} from '../../projections/reserve';
import {navMark, stakePosition, stakingVault} from '../../projections/staking';
import {token, tokenBalance, transfer} from '../../projections/token';
import {unrecognizedTopic} from '../../projections/unrecognizedTopic';
import {CHAIN_ID, FEED, REDEEMER, SAID, USDC, USDT} from '../given';
import {world} from './history';
import {law} from './law';
import {machineAfter} from './machine';
import {UNIT} from './treasury';

const VAULT = contractRowId(CHAIN_ID, SAID.address);

law('tokens and balances are those of the chain', world, ({events, tokens}) => {
  const machine = machineAfter(events);
  const chainTokens = tokens.map((one) => ({...one, id: tokenRowId(CHAIN_ID, one.by.address, one.tokenId)}));
  expect(
    Object.fromEntries(machine.rows(token).map((row) => [row.id, [row.totalSupply, row.transferCount, row.role]])),
  ).toEqual(Object.fromEntries(tokens.map((one, i) => [chainTokens[i]?.id, [one.supply, one.transfers, one.by.role]])));
  expect(Object.fromEntries(machine.rows(tokenBalance).map((row) => [row.id, row.balance]))).toEqual(
    Object.fromEntries(
      chainTokens.flatMap(({id, balances}) =>
        [...balances].map(([account, held]) => [balanceRowId(id, account), held]),
      ),
    ),
  );
  expect(machine.rows(transfer).length).toBe(tokens.reduce((count, {transfers}) => count + transfers, 0));
});

law('positions and requests are those of the chain', world, ({events, vault, shares}) => {
  const machine = machineAfter(events);
  const positions = Object.fromEntries(
    machine.rows(stakePosition).map((row) => [row.owner, [row.shares, row.pendingAssets]]),
  );
  const owedTo = (owner: string): bigint => {
    const request = vault.queue.openRequestOf(owner);
    return request === undefined ? 0n : request.quoted - request.paid;
  };
  expect(positions).toEqual(
    Object.fromEntries([...shares.balances].map(([owner, held]) => [owner, [held, owedTo(owner)]])),
  );
  const requests = machine.rows(unstakeRequest);
  expect(requests.map((row) => [row.requestId, row.owner, row.assetsQuoted, row.assetsPaid])).toEqual(
    vault.queue.requests.map(({id, owner, quoted, paid}) => [id, owner, quoted, paid]),
  );
});

law(
  'the vault, read at the end, is that of the chain',
  world,
  ({events, vault, views: {accruedIncome: _accrued, aid: _aid, ...views}}) => {
    expect(machineAfter(events).rows(stakingVault)).toMatchObject([
      {...views, id: VAULT, expectedAssets: vault.book, pendingAssets: vault.queue.pending},
    ]);
  },
);

law('every mark is found once, at the block that made it, and nothing else is a mark', world, ({events, marks}) => {
  const machine = machineAfter(events);
  const found = machine.rows(navMark);
  expect(found.map(({effectiveHeight: height, stakingNav}) => ({height, stakingNav}))).toEqual(marks);
  expect(found.map(({ordinal}) => ordinal)).toEqual(marks.map((_mark, i) => i + 1));
  expect(machine.rows(stakingVault)[0]?.markCount).toBe(marks.length);
});

law('the reserves are those of the chain', world, ({events, treasury}) => {
  const components = new Map(
    machineAfter(events)
      .rows(reserveComponent)
      .map((row) => [row.address, row]),
  );
  for (const coin of [USDC, USDT].filter(({address}) => components.has(address))) {
    const {amount, valueUsd} = components.get(coin.address) ?? {};
    expect([amount, valueUsd]).toEqual([treasury.held(coin), treasury.held(coin) * UNIT]);
  }
  const tbills = components.get(FEED.address);
  expect([tbills?.valueUsd ?? null, tbills?.reportedUsd ?? null]).toEqual([
    treasury.tbills,
    treasury.reports.at(-1)?.valueUsd ?? null,
  ]);
});

law('every address of custody holds what the chain says', world, ({events, treasury}) => {
  const held = machineAfter(events)
    .rows(custodyBalance)
    .map(({component, holder, amount}) => [`${component.slice(`${CHAIN_ID}-`.length)} ${holder}`, amount] as const);
  expect(new Map(held)).toEqual(treasury.custodyOf);
});

law('the redeemer has the terms of the chain, and counts the day', world, ({events, desk}) => {
  const machine = machineAfter(events);
  const rows = machine.rows(redeemerState).map(({id, feeBps, dailyLimit, cumulativeRedeemed, lastDay, ...row}) => ({
    ...{id, feeBps, dailyLimit, cumulativeRedeemed, lastDay},
    onLastDay: row.redeemedOnLastDay,
  }));
  const redeemed = [...desk.redeemedOn.values()].reduce((sum, amount) => sum + amount, 0n);
  const lastDay = [...desk.redeemedOn.keys()].at(-1) ?? null;
  const expected = {
    ...{id: contractRowId(CHAIN_ID, REDEEMER.address), feeBps: desk.feeBps, dailyLimit: desk.limit},
    ...{cumulativeRedeemed: redeemed, lastDay, onLastDay: desk.redeemedOn.get(lastDay ?? -1) ?? 0n},
  };
  expect(rows).toEqual(rows.length === 0 ? [] : [expected]);
  expect(machine.rows(priceObservation).length).toBe(desk.prices);
});

law('deals are those of the chain, and no leg of their revenue is lost', world, ({events, vault, deals}) => {
  const machine = machineAfter(events);
  expect(
    machine.rows(computeAsset).map((row) => ({
      assetId: row.assetId,
      outstanding: row.outstanding,
      loss: row.unrealizedLoss,
      gross: row.cumulativeGross,
      distributions: row.distributionCount,
      status: row.status === 'WRITTEN_OFF' ? 'DEFAULTED' : row.status,
    })),
  ).toEqual(
    [...deals.deals.values()].map(({assetId, gross, distributions, status}) => {
      const loss = vault.lossOf.get(assetId) ?? 0n;
      return {assetId, outstanding: vault.outstanding(assetId), loss, gross, distributions, status};
    }),
  );
  expect(machine.rows(revenueDistribution).filter(({residual}) => residual !== 0n)).toEqual([]);
});

law('logs that nobody knows are counted by topic', world, ({events, unknown}) => {
  const counted = machineAfter(events)
    .rows(unrecognizedTopic)
    .map(({topic0, count}) => [topic0, count] as const);
  expect(new Map(counted)).toEqual(unknown);
});
