import {ZERO_ADDRESS} from '../domain/ids';
import {closeStages, flow, NODES, openStages, spans, type Stage} from './fundStages';
import {AID, SAID} from './given';
import {movesOf, sum} from './recount';

let stages: Stage[];

beforeAll(async () => {
  stages = await openStages();
});
afterAll(() => closeStages(stages));

test('the edges between two nodes are all that moved between them, a flash mint counted as its fee', async () => {
  const names = new Map(
    Object.entries(NODES).flatMap(([name, accounts]) => accounts.map((one) => [one, name] as const)),
  );
  names.set(ZERO_ADDRESS, 'ISSUANCE');
  const others = [AID, SAID].map(({address}) => address);
  const nodeOf = (account: string): string =>
    names.get(account) ??
    (others.includes(account)
      ? 'PROTOCOL'
      : account.startsWith('0x0000000000000000000000000000000000c0de')
        ? 'PROTOCOL'
        : 'WALLET');
  for (const stage of stages) {
    for (const [from, to] of spans(stage)) {
      const moves = movesOf(stage.events, AID, to - 1).filter(
        ({meta, ...move}) => meta.height >= from && move.from !== move.to,
      );
      const raw = new Map<string, bigint>();
      for (const move of moves) {
        const place = `AID:${nodeOf(move.from)} AID:${nodeOf(move.to)}`;
        raw.set(place, (raw.get(place) ?? 0n) + move.amount);
      }
      for (const event of stage.events) {
        if (event.type !== 'FlashMinted' || event.meta.height < from || event.meta.height >= to) continue;
        for (const place of [`AID:ISSUANCE AID:${nodeOf(event.to)}`, `AID:${nodeOf(event.to)} AID:ISSUANCE`]) {
          raw.set(place, (raw.get(place) ?? 0n) - event.amount);
        }
      }
      const shown = new Map<string, bigint>();
      for (const {medium, from: one, to: other, amount} of (await flow(stage, from, to)).edges) {
        const place = `${one} ${other}`;
        if (medium === 'AID') shown.set(place, (shown.get(place) ?? 0n) + BigInt(amount));
      }
      expect(shown).toEqual(new Map([...raw].filter(([, amount]) => amount !== 0n)));
    }
  }
});

test('what the vault and the distributor count is what the edges show', async () => {
  for (const stage of stages) {
    for (const [from, to] of spans(stage)) {
      const {checks} = await flow(stage, from, to);
      expect(checks.filter(({residual}) => residual !== '0')).toEqual([]);
    }
  }
  const whole = await Promise.all(stages.map((stage) => flow(stage, 1, stage.head)));
  const told = whole.flatMap(({checks}) => checks.filter((check) => check.told !== '0').map(({name}) => name));
  expect(new Set(told).size).toBeGreaterThan(8);
});

test('what enters the vault without a stake is OTHER, and nothing else is', async () => {
  for (const stage of stages) {
    const staked = new Set(stage.events.flatMap(({type, meta}) => (type === 'Staked' ? [meta.txHash] : [])));
    const given = movesOf(stage.events, AID, stage.head - 1).filter(
      ({to, fromRole, from, meta}) =>
        to === SAID.address && fromRole === null && from !== ZERO_ADDRESS && !staked.has(meta.txHash),
    );
    const {edges} = await flow(stage, 1, stage.head);
    const other = edges.filter(({to, cause}) => to === 'AID:VAULT' && cause === 'OTHER');
    expect(sum(other.map(({amount}) => BigInt(amount)))).toBe(sum(given.map(({amount}) => amount)));
  }
});
