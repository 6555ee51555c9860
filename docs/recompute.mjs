#!/usr/bin/env node
// Recomputes a number of gaib-squid from raw records alone: logs, answers of views, reports. Reads no row of a projection
// and imports nothing of the project. docs/lineage.md says how to use it, and how to get the records from a node.
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';

/* Exact numbers: integers, fractions of integers, and powers as integers with 80 decimal places. */
const WAD = 10n ** 18n;
const ONE = 10n ** 80n;
const sum = (list, of = (one) => one) => list.reduce((total, one) => total + of(one), 0n);
const abs = (n) => (n < 0n ? -n : n);
const min = (a, b) => (a < b ? a : b);

/** n/d rounded half-even to an integer; d above 0. */
function halfEven(n, d) {
  const rest = ((n % d) + d) % d;
  const floor = (n - rest) / d;
  return 2n * rest > d || (2n * rest === d && floor % 2n !== 0n) ? floor + 1n : floor;
}
/** An integer of 18 places as a decimal without trailing zeros. */
function wad(n) {
  const digits = abs(n).toString().padStart(19, '0');
  const fraction = digits.slice(-18).replace(/0+$/, '');
  return `${n < 0n ? '-' : ''}${digits.slice(0, -18)}${fraction && `.${fraction}`}`;
}
/** n/d as a decimal, half-even to 18 places; null where there is nothing to divide by. */
const fraction = (n, d) => (d === 0n ? null : wad(halfEven(d < 0n ? -n * WAD : n * WAD, abs(d))));
const toWad = (amount, decimals) =>
  decimals <= 18 ? amount * 10n ** BigInt(18 - decimals) : amount / 10n ** BigInt(decimals - 18);
const ln = (x) => {
  const z = ((x - ONE) * ONE) / (x + ONE);
  let total = 0n;
  for (let [term, n] = [z, 1n]; term !== 0n; term = (((term * z) / ONE) * z) / ONE, n += 2n) total += term / n;
  return 2n * total;
};
const exp = (x) => {
  const r = x / 1024n;
  let total = 0n;
  for (let [term, n] = [ONE, 1n]; term !== 0n; term = (term * r) / ONE / n, n += 1n) total += term;
  for (let i = 0; i < 10; i++) total = (total * total) / ONE;
  return total;
};

/* Raw records as events: topic0, name, indexed words | words of the data. u unsigned, i signed, a address, b bytes32. */
const ZERO = `0x${'0'.repeat(40)}`;
const EVENTS = `
0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef Transfer from:a to:a | amount:u
0xc3d58168c5ae7397731d063d5bbf3d657854427343f4c083240f7aacaa2d0f62 TransferSingle operator:a from:a to:a | id:b amount:u
0x4a39dc06d4c0dbc64b70af90fd698a233a518aa5d07e595d983b8c0526c8f7fb TransferBatch operator:a from:a to:a | ids:u amounts:u
0x3b90f0b1565b6e9dac462a873af5d46d5d6177d0096ddc2ddcf38de8ddb5d8fa Minted caller:a recipient:a collateral:a | in:u amount:u
0xb2a916ffe81d64bce7a0d6feada0394035c6a49b04024b02f313a5e99640b154 Redeemed owner:a receiver:a collateral:a | amount:u
0xb2734197647f8f683131484c39ee9c7bab48892181b32a4883ddac0df778b8cb ReserveMoved asset:a to:a purpose:b | amount:u
0x0559884fd3a460db3073b7fc896cc77986f16e378210ded43186175bf646fc5f AnswerUpdated answer:i round:u | updatedAt:u
0x85496b760a4b7f8d66384b9df21b381f5d1b1e79f229a47aaf4c232edc2fe59a OFTSent guid:b from:a | eid:u burned:u amount:u
0xefed6d3500546b29533b128a29e3a94d70788727f0507505ac12eaf2e578fd9c OFTReceived guid:b to:a | eid:u amount:u
0xd7037d58b24fddb3e3a420689f6912fc6868abea1d6b5ebe4da91f06167b264d FlashMinted | to:a amount:u
0xba5952e161b76d505884512200927bc6c8dc4876898062812f170d7e3a61a775 MigrationCompleted user:a alpha:a amount:u |
0xa55d7fe2b8f20936bdd3f97dba8a32c1577ae20f71422495988cfbc9e9ff92bd CapitalDeployed asset:b to:a | amount:u
0xf1ce537c9fad0fd2deabbaa6683ddc80d028ff708a62c2110ceba8b968a5eeee CapitalReturned asset:b | principal:u income:u
0x01665c4f3ead987e95aecf0637919e584d39bc7b7abbeefe879a2a5b724e6da5 LossRealized asset:b epoch:u | amount:u covered:u
0x3fd326c79211772287081db8f62cf076d6eb415f54ef9b4ea3ca955875a81731 UnrealizedLossSet asset:b epoch:u | old:u loss:u
0xe293cffe6f616d43862c67bf9c5cf22ccdb1e9d93c55889833f9a4b225a691b3 NavUpdated epoch:u | totalAssets:u loss:u shares:u stakingNav:u unstakingNav:u
0xb1a1ec5226f43d4be196697691f2d60457f53acd6e4da75ea7d6f83c21d72044 RevenueReceived asset:b payer:a currency:a | kind:u amount:u
0x2f42b3a556708443387cc3b31f9bb94994e4eafc478a85bfc7a85f011b5f7d6d RevenueDistributed asset:b epoch:u | gross:u passThrough:u protocolFee:u performanceFee:u reserve:u netToVault:u toHolders:u dust:u
0x296dd6c4a2d484cacc4af7ce3ec6d31d99ba73b7b5ae03e0ed9847728a9f0079 PaymentMissed asset:b dueAt:u | amount:u
0x1d831668834a48f3876cf5d6fd30fc6f726656f30e212ab83f3eee7f2421f065 AssetRegistered asset:b |
0x0315068bb2b77aea6ed2e6b8393f6ad3f534dd2a4f071bf22b67a6acccf3d918 AssetStatusChanged asset:b old:u status:u |
0x462cf05d0da2598f18ee7c466e3b5c5a15f1e5a4bc1a113add0ab1588e869fc2 UnstakeRequested request:u owner:a cycle:u | shares:u assets:u
0xa6c3b605229cf3e376d8dc885387d40b0e7e35d4d12e57524c5b388401d349f3 UnstakeFilled request:u owner:a cycle:u | paid:u`;
const RULES = new Map(
  EVENTS.trim()
    .split('\n')
    .map((line) => {
      const [head, data = ''] = line.split('|');
      const [topic, name, ...indexed] = head.trim().split(' ');
      const fields = (list) => list.filter(Boolean).map((field) => field.split(':'));
      return [topic, {name, indexed: fields(indexed), data: fields(data.trim().split(' '))}];
    }),
);
const WORD_OF_ONE = WAD.toString(16).padStart(64, '0');
const VIEWS = {
  '0x01e1d114': 'totalAssets',
  [`0x07a2d13a${WORD_OF_ONE}`]: 'stakingNav',
  [`0x227c27e6${WORD_OF_ONE}`]: 'unstakingNav',
};
const wordOf = (hex, k) => hex.slice(2 + 64 * k, 66 + 64 * k);
const typed = {
  u: (word) => BigInt(`0x${word}`),
  i: (word) => BigInt.asIntN(256, BigInt(`0x${word}`)),
  a: (word) => `0x${word.slice(24)}`,
  b: (word) => `0x${word}`,
};
const seconds = (time) => BigInt(typeof time === 'string' && !/^\d+$/.test(time) ? Date.parse(time) / 1000 : time);

/** One record in our words: `type` is an event, READING or REPORT; `height` and `at` are those of the state it tells of. */
function decode(record) {
  const {
    id,
    kind,
    chainId = Number(id.split('-')[0]),
    height,
    at,
    address,
    topics = [],
    data,
    input,
    readHeight,
    readAt,
    txHash,
  } = record;
  const place = {id, chainId, height, block: height, at: seconds(at), address: address.toLowerCase(), tx: txHash};
  if (kind === 'REPORT') {
    const hash = `0x${createHash('sha256').update(data, 'utf8').digest('hex')}`;
    if (hash !== address) throw new Error(`Report ${id} is not the text that its id is the sha256 of.`);
    return {...place, type: 'REPORT', report: JSON.parse(data)};
  }
  if (kind === 'READING') {
    const from = {height: readHeight ?? height, at: seconds(readAt ?? at)};
    return {...place, ...from, type: 'READING', [VIEWS[input]]: data === '0x' ? undefined : typed.u(wordOf(data, 0))};
  }
  const rule = RULES.get(topics[0]);
  if (rule === undefined) throw new Error(`Record ${id} has topic ${topics[0]}, which no formula takes.`);
  const event = {...place, type: rule.name};
  rule.indexed.forEach(([name, type], k) => (event[name] = typed[type](topics[k + 1].slice(2))));
  rule.data.forEach(([name, type], k) => (event[name] = typed[type](wordOf(data, k))));
  if (rule.name === 'TransferBatch') {
    const list = (offset) => {
      const first = Number(offset / 32n);
      return Array.from({length: Number(typed.u(wordOf(data, first)))}, (_, k) => wordOf(data, first + 1 + k));
    };
    const amounts = list(event.amounts);
    event.parts = list(event.ids).map((id, k) => ({...event, id: `0x${id}`, amount: typed.u(amounts[k])}));
  }
  return event;
}

/* What formulas share. `e` are all events in chain order, `p` the parameters of the lineage. */
const of = (e, ...types) => e.filter(({type}) => types.includes(type));
const isMint = ({from}) => from === ZERO;
const isBurn = ({to}) => to === ZERO;
const signed = (t) => (isMint(t) ? t.amount : 0n) - (isBurn(t) ? t.amount : 0n);
/** Transfers of AID on the chains of the lineage. */
const aidMoves = (p, e) =>
  of(e, 'Transfer').filter((t) => p.chains.some(({chainId, aid}) => chainId === t.chainId && aid.includes(t.address)));
const totalSupply = (p, e) => sum(aidMoves(p, e), signed);
const owed = (p, e) =>
  totalSupply(p, e) + sum(of(e, 'OFTSent'), (s) => s.amount) - sum(of(e, 'OFTReceived'), (r) => r.amount);
const flashed = (e) => sum(of(e, 'FlashMinted'), ({amount}) => amount);
/** Movements of a token by one log each: an ERC-20, or an id of an ERC-1155. */
const moves = (p, e) =>
  p.tokenId === null
    ? of(e, 'Transfer').filter(({address}) => address === p.token)
    : [...of(e, 'TransferSingle'), ...of(e, 'TransferBatch').flatMap(({parts}) => parts)].filter(
        ({address, id}) => address === p.token && id === p.tokenId,
      );
function balances(p, e) {
  const held = new Map();
  const add = (account, amount) => account === ZERO || held.set(account, (held.get(account) ?? 0n) + amount);
  for (const {from, to, amount} of moves(p, e)) (add(from, -amount), add(to, amount));
  return [...held].filter(([, balance]) => balance !== 0n).sort(([a], [b]) => (a < b ? -1 : 1));
}
const digest = (held) =>
  createHash('sha256')
    .update(held.map((line) => line.join(':')).join('\n'), 'utf8')
    .digest('hex');
const circulated = (p, e) =>
  sum(
    moves(p, e).filter((t) => !isMint(t) && !isBurn(t) && t.block > p.start.height),
    ({amount}) => amount,
  );

/** A decimal of at most 18 places as WAD. */
function dollars(text) {
  if (text === undefined) return undefined;
  const [, sign, whole, places = ''] = /^(-?)(\d+)(?:\.(\d{1,18}))?$/.exec(text);
  return BigInt(`${sign}${whole}${places.padEnd(18, '0')}`);
}
/** USD WAD of a component of the reserves; undefined where nothing says it, or what does is too old. */
function component(c, p, e) {
  const on = e.filter(({chainId}) => chainId === c.chainId);
  if (c.kind === 'STATEMENT')
    return dollars(of(on, 'REPORT').find(({address}) => address === c.address)?.report.body.totalUsd);
  if (c.kind === 'STABLECOIN') {
    const side = ({from, to}) => BigInt(c.custody.includes(to)) - BigInt(c.custody.includes(from));
    return toWad(
      sum(
        of(on, 'Transfer').filter(({address}) => address === c.address),
        (t) => side(t) * t.amount,
      ),
      c.decimals,
    );
  }
  const report = of(on, 'AnswerUpdated')
    .filter(({address}) => address === c.address)
    .at(-1);
  if (report === undefined) return undefined;
  const isOld = c.maxAgeSeconds !== null && BigInt(p.at) - report.updatedAt > BigInt(c.maxAgeSeconds);
  if (isOld || (p.at !== undefined && report.updatedAt > BigInt(p.at))) return undefined;
  const later = of(on, 'ReserveMoved').filter((m) => m.id > report.id || m.at > report.updatedAt);
  const sign = ({purpose}) => (Buffer.from(purpose.slice(2), 'hex').toString().startsWith('TBILL_BUY') ? 1n : -1n);
  return toWad(report.answer, c.decimals) + sum(later, (m) => sign(m) * toWad(m.amount, c.assetDecimals[m.asset]));
}
function backing(p, e) {
  const values = p.components.map((c) => component(c, p, e));
  const known = values.map((value) => value ?? 0n);
  const reserves = sum(known);
  const cut = sum(known.map((value, k) => value * (10_000n - BigInt(p.components[k].haircutBps ?? 0))));
  const liabilities = p.liabilitiesKnown === false ? undefined : owed(p, e);
  const missing = p.uncounted + values.filter((value) => value === undefined).length;
  return {cut, liabilities, missing, read: values.length - (missing - p.uncounted), terms: {reserves, liabilities}};
}
const STATES = ['PENDING', 'ACTIVE', 'LATE', 'DEFAULTED', 'REPAID', 'LIQUIDATED'];

/** Prices told by records, by the block from which they hold. */
const prices = (e, view) =>
  e.filter((one) => one[view] !== undefined).sort((a, b) => a.height - b.height || (a.id < b.id ? -1 : 1));
/** The prices at both ends of a rate and the seconds between; null where there are none. */
function growth(p, e) {
  const all = prices(e, 'stakingNav');
  const at = ({height}) => all.findLast((one) => one.height <= height)?.stakingNav;
  if (p.marks !== undefined) {
    const [first, last] = [all[0], all[1]];
    return last && {start: first.stakingNav, end: last.stakingNav, seconds: last.at - first.at};
  }
  const [start, end] = [at(p.start), at(p.end)];
  return start === undefined ? undefined : {start, end, seconds: BigInt(p.end.at - p.start.at)};
}
const rate = (formula) => (p, e) => {
  const terms = growth(p, e);
  return terms === undefined ? {value: null, terms: {}} : {value: formula(terms, BigInt(p.yearSeconds)), terms};
};
const compound = ({start, end, seconds}, year) =>
  start === end ? '0' : fraction(exp((ln((end * ONE) / start) * year) / seconds) - ONE, ONE);

/* A deal: its cash by kind, AID wei. */
function cash(e) {
  const flow = (type, kind, amount) => of(e, type).map((one) => ({kind, amount: amount(one), at: one.at, id: one.id}));
  return [
    ...flow('CapitalDeployed', 'DRAW', ({amount}) => amount),
    ...flow('CapitalReturned', 'PRINCIPAL', ({principal}) => principal),
    ...flow('CapitalReturned', 'INCOME', ({income}) => income),
    ...flow('RevenueDistributed', 'TO_VAULT', ({netToVault, dust}) => netToVault + dust),
    ...flow('RevenueReceived', 'INTEREST', ({kind, amount}) => (kind === 0n ? amount : 0n)),
    ...flow('LossRealized', 'LOSS', ({amount}) => amount),
    ...flow('LossRealized', 'COVER', ({covered}) => covered),
  ];
}
const kinds = (flows, ...wanted) =>
  sum(
    flows.filter(({kind}) => wanted.includes(kind)),
    ({amount}) => amount,
  );
function deal(p, e) {
  const mine = e.filter(({asset}) => asset === undefined || asset === p.assetId);
  const flows = cash(mine);
  const counted = flows.filter(({id}) => id > p.registered);
  const unrealizedLoss = of(mine, 'UnrealizedLossSet', 'LossRealized').reduce(
    (loss, one) => (one.type === 'UnrealizedLossSet' ? one.loss : loss - min(loss, one.amount)),
    0n,
  );
  const outstanding = kinds(counted, 'DRAW') - kinds(counted, 'PRINCIPAL', 'LOSS');
  const invested = {
    paidIn: kinds(flows, 'DRAW'),
    distributions: kinds(flows, 'PRINCIPAL', 'INCOME', 'TO_VAULT', 'COVER'),
  };
  return {mine, flows, counted, unrealizedLoss, outstanding, nav: outstanding - unrealizedLoss, invested};
}
/** The only rate between -99 % and 1,000 % at which what went out and came in balances, on years of 365 days. */
function moneyRate({flows, nav}, at) {
  const sign = {DRAW: -1n, PRINCIPAL: 1n, INCOME: 1n, TO_VAULT: 1n, COVER: 1n};
  const dated = [
    ...flows.map(({kind, amount, at}) => ({at, amount: (sign[kind] ?? 0n) * amount})),
    {at, amount: nav},
  ].filter(({amount}) => amount !== 0n);
  if (dated.length === 0) return null;
  const start = dated.map((one) => one.at).reduce(min);
  const value = (x) => sum(dated, ({at, amount}) => (amount * exp((-x * (at - start)) / 31_536_000n)) / 10n ** 40n);
  let [low, high] = [ln(ONE / 100n), ln(11n * ONE)];
  const rises = value(low) < 0n;
  while (high - low > 10n ** 45n) {
    const middle = (low + high) / 2n;
    if (value(middle) < 0n === rises) low = middle;
    else high = middle;
  }
  return fraction(exp(low) - ONE, ONE);
}
/** What is open of all that has fallen due, the oldest paid first: interest by interest, principal by principal. */
function pastDue(p, {mine, flows}) {
  const all = [...flows].sort((a, b) => (a.id < b.id ? -1 : 1));
  const dueAt = (time) => seconds(time);
  const payments = new Map();
  for (const one of of(mine, 'REPORT')[0]?.report.body.payments ?? []) {
    const at = dueAt(one.dueAt);
    const {interest = 0n, principal = 0n} = payments.get(at) ?? {};
    payments.set(at, {at, interest: interest + BigInt(one.interest), principal: principal + BigInt(one.principal)});
  }
  const dues = [...payments.values()].sort((a, b) => Number(a.at - b.at));
  const receipts = (...wanted) => all.filter(({kind, amount}) => wanted.includes(kind) && amount > 0n);
  const missed = of(mine, 'PaymentMissed')
    .map((one) => ({at: one.dueAt, open: one.amount}))
    .sort((a, b) => Number(a.at - b.at));
  const books =
    p.owedBy === 'SCHEDULE'
      ? [
          pay(
            dues.map(({at, interest}) => ({at, open: interest})),
            receipts('INTEREST', 'INCOME'),
            true,
          ),
          pay(
            dues.map(({at, principal}) => ({at, open: principal})),
            receipts('PRINCIPAL'),
            true,
          ),
        ]
      : [pay(missed, receipts('INTEREST', 'INCOME', 'PRINCIPAL'), false)];
  const open = books.flat().filter(({at, open}) => at <= BigInt(p.at) && open > 0n);
  const oldest = open.length === 0 ? 0n : open.map(({at}) => at).reduce(min);
  const days = oldest === 0n ? 0n : (BigInt(p.at) - oldest) / 86_400n;
  const isTold = p.owedBy === 'SCHEDULE' ? dues.length > 0 : missed.length > 0;
  return {days: isTold ? days : null, terms: {oldestUnpaidAt: oldest, arrears: sum(open, (one) => one.open)}};
}
function pay(owed, receipts, mayPrepay) {
  for (const {at, amount} of receipts) {
    let left = amount;
    for (const one of owed) {
      if (left === 0n || (!mayPrepay && one.open > 0n && one.at >= at)) break;
      const part = min(left, one.open);
      left -= part;
      one.open -= part;
    }
  }
  return owed;
}

/* The formulas, by the name that the lineage gives. Each answers the value, and the terms it is formed of. */
const exact = (of) => (p, e) => ({value: `${of(p, e)}`, terms: {}});
const FORMULAS = {
  'supply.total': exact(totalSupply),
  'supply.liabilities': (p, e) => ({value: `${owed(p, e)}`, terms: {liabilities: owed(p, e)}}),
  'supply.minted': exact((p, e) => sum(aidMoves(p, e).filter(isMint), ({amount}) => amount) - flashed(e)),
  'supply.burned': exact((p, e) => sum(aidMoves(p, e).filter(isBurn), ({amount}) => amount) - flashed(e)),
  'supply.byCause': exact((p, e) => {
    const moved = aidMoves(p, e).filter(p.side === 'minted' ? isMint : isBurn);
    const migrated = of(e, 'MigrationCompleted').map(
      ({id, tx, user}) => moved.findLast((t) => t.tx === tx && t.to === user && t.id < id)?.amount ?? 0n,
    );
    const caller = ({caller}) =>
      p.vaults.includes(caller) ? 'CAPITAL_RETURN' : p.distributors.includes(caller) ? 'REVENUE' : 'DEPOSIT';
    const minted = (cause) =>
      sum(
        of(e, 'Minted').filter((one) => caller(one) === cause),
        ({amount}) => amount,
      );
    const [total, sent, received] = [sum(moved, ({amount}) => amount), of(e, 'OFTSent'), of(e, 'OFTReceived')];
    const causes =
      p.side === 'minted'
        ? {
            DEPOSIT: minted('DEPOSIT'),
            CAPITAL_RETURN: minted('CAPITAL_RETURN'),
            REVENUE: minted('REVENUE'),
            BRIDGE: sum(received, ({amount}) => amount),
            MIGRATION: sum(migrated),
          }
        : {
            REDEMPTION: sum(of(e, 'Redeemed'), ({amount}) => amount),
            BRIDGE: sum(sent, ({burned}) => burned),
            DEPLOYMENT: sum(of(e, 'CapitalDeployed'), ({amount}) => amount),
            FLASH_MINT: total - flashed(e),
          };
    if (p.cause !== 'UNCLASSIFIED') return causes[p.cause] ?? 0n;
    return total - sum(Object.values({...causes, MIGRATION: 0n, FLASH_MINT: p.side === 'minted' ? flashed(e) : 0n}));
  }),
  'backing.ratio': (p, e) => {
    const {terms} = backing(p, e);
    return {value: fraction(terms.reserves, terms.liabilities ?? 0n), terms};
  },
  'backing.haircutRatio': (p, e) => {
    const {cut, terms} = backing(p, e);
    return {value: fraction(cut, (terms.liabilities ?? 0n) * 10_000n), terms};
  },
  'backing.reservesUsd': (p, e) => {
    const {
      missing,
      terms: {reserves},
    } = backing({...p, liabilitiesKnown: false}, e);
    return {value: missing > 0 ? null : wad(reserves), terms: {reserves}};
  },
  'backing.state': (p, e) => {
    const {missing, read, terms} = backing(p, e);
    if (terms.liabilities === 0n) return {value: 'NO_LIABILITY', terms};
    if (terms.liabilities === undefined || read === 0) return {value: 'UNREADABLE', terms};
    return {value: missing > 0 ? 'FLOOR' : 'COMPLETE', terms};
  },
  'backing.attestedRatio': (p, e) => {
    const values = p.components.map((c) => component(c, {}, e));
    const liabilities = owed(p, e);
    const isTold = values.every((value) => value !== undefined);
    return {value: isTold ? fraction(sum(values), liabilities) : null, terms: {liabilities}};
  },
  'vault.price': (p, e) => {
    const price = prices(e, p.view).at(-1)?.[p.view];
    return {value: price === undefined ? null : wad(price), terms: {}};
  },
  'vault.gap': (p, e) => {
    const [stakingNav, unstakingNav] = ['stakingNav', 'unstakingNav'].map((view) => prices(e, view).at(-1)?.[view]);
    if (stakingNav === undefined || unstakingNav === undefined) return {value: null, terms: {}};
    return {value: fraction((stakingNav - unstakingNav) * 10_000n, stakingNav), terms: {stakingNav, unstakingNav}};
  },
  'vault.totalAssets': (p, e) => {
    const assets = e.at(-1)?.totalAssets;
    return {value: assets === undefined ? null : `${assets}`, terms: {}};
  },
  'vault.totalShares': exact((p, e) =>
    sum(
      of(e, 'Transfer').filter(({address}) => address === p.vault),
      signed,
    ),
  ),
  'vault.unrealizedLoss': (p, e) => {
    const mark = of(e, 'NavUpdated').at(-1);
    const [staking, unstaking] = ['stakingNav', 'unstakingNav'].map(
      (view) => of(e, 'READING').find((one) => one[view] !== undefined)?.[view],
    );
    const gap = () => ((staking - unstaking) * sum(of(e, 'Transfer'), signed)) / WAD;
    if (mark === undefined && (staking === undefined) !== (unstaking === undefined)) return {value: null, terms: {}};
    if (e.length === 0) return {value: null, terms: {}};
    const base = mark?.loss ?? (staking === undefined ? 0n : gap());
    return {value: `${base + sum(of(e, 'UnrealizedLossSet'), ({old, loss}) => loss - old)}`, terms: {}};
  },
  'rate.simple': rate(({start, end, seconds}, year) => fraction((end - start) * year, start * seconds)),
  'rate.compound': rate(compound),
  'rate.marks': rate(compound),
  'queue.pending': exact(
    (p, e) => sum(of(e, 'UnstakeRequested'), ({assets}) => assets) - sum(of(e, 'UnstakeFilled'), ({paid}) => paid),
  ),
  'asset.outstanding': exact((p, e) => deal(p, e).outstanding),
  'asset.unrealizedLoss': exact((p, e) => deal(p, e).unrealizedLoss),
  'asset.realizedLoss': exact((p, e) => kinds(deal(p, e).counted, 'LOSS')),
  'asset.nav': (p, e) => {
    const {outstanding, unrealizedLoss, nav} = deal(p, e);
    return {value: `${nav}`, terms: {outstanding, unrealizedLoss}};
  },
  'asset.revenue': exact((p, e) =>
    sum(
      of(e, 'RevenueDistributed').filter(({asset}) => asset === p.assetId),
      (one) => one[p.leg],
    ),
  ),
  'asset.dpi': (p, e) => {
    const {invested} = deal(p, e);
    return {value: fraction(invested.distributions, invested.paidIn), terms: invested};
  },
  'asset.moic': (p, e) => {
    const {invested, outstanding, unrealizedLoss, nav} = deal(p, e);
    return {
      value: fraction(invested.distributions + nav, invested.paidIn),
      terms: {...invested, outstanding, unrealizedLoss},
    };
  },
  'asset.xirr': (p, e) => {
    const found = deal(p, e);
    const {invested, outstanding, unrealizedLoss} = found;
    return {value: moneyRate(found, BigInt(p.at)), terms: {...invested, outstanding, unrealizedLoss}};
  },
  'asset.daysPastDue': (p, e) => {
    const {days, terms} = pastDue(p, deal(p, e));
    return {value: days === null ? null : `${days}`, terms};
  },
  'asset.status': (p, e) => {
    const last = of(e, 'AssetRegistered', 'AssetStatusChanged').at(-1);
    if (last === undefined) return {value: null, terms: {}};
    const registry = last.status === undefined ? 'PENDING' : STATES[Number(last.status)];
    const isWrittenOff = of(e, 'LossRealized').some(({id}) => id > last.id);
    if (registry === 'DEFAULTED' && isWrittenOff) return {value: 'WRITTEN_OFF', terms: {}};
    if (registry !== 'ACTIVE' || p.owedBy === 'NOTHING') return {value: registry, terms: {}};
    const {days, terms} = pastDue(p, deal(p, e));
    if (days === null) return {value: null, terms};
    const word = days === 0n ? registry : days <= BigInt(p.graceDays) ? 'GRACE' : 'LATE';
    return {value: word, terms};
  },
  'token.supply': exact((p, e) => sum(moves(p, e), signed)),
  'token.balance': exact((p, e) => balances(p, e).find(([account]) => account === p.account)?.[1] ?? 0n),
  'token.holderCount': (p, e) => {
    const held = balances(p, e);
    return {value: `${held.length}`, terms: {balances: digest(held)}};
  },
  'token.hhi': (p, e) => {
    const held = balances(p, e);
    const supply = sum(held, ([, balance]) => balance);
    return {
      value: fraction(
        sum(held, ([, balance]) => balance * balance),
        supply * supply,
      ),
      terms: {balances: digest(held)},
    };
  },
  'token.volume': (p, e) => ({value: `${circulated(p, e)}`, terms: {volume: circulated(p, e)}}),
  'token.velocity': (p, e) => {
    const [volume, start, end] = [circulated(p, e), BigInt(p.start.at), BigInt(p.end.at)];
    const supplySeconds = sum(moves(p, e), (t) => signed(t) * (end - (t.at > start ? t.at : start)));
    return {value: fraction(volume * (end - start), supplySeconds), terms: {volume, supplySeconds}};
  },
};

/** The value and its terms of a lineage, out of records alone. */
export function recompute({formula, parameters}, records) {
  const apply = FORMULAS[formula];
  if (apply === undefined) throw new Error(`No formula is called ${formula}.`);
  const given = typeof parameters === 'string' ? JSON.parse(parameters) : parameters;
  const inOrder = [...records].sort((a, b) => (a.id < b.id ? -1 : 1));
  const {value, terms} = apply(given, inOrder.map(decode));
  const told = Object.entries(terms).filter(([, term]) => term !== undefined);
  return {value, terms: Object.fromEntries(told.map(([name, term]) => [name, `${term}`]))};
}

/** What a recomputed number differs in from the one claimed; empty where they are the same. */
export function differences(claimed, found) {
  const wrong = claimed.value === found.value ? [] : [`value: claimed ${claimed.value}, recomputed ${found.value}`];
  for (const {name, value} of claimed.terms ?? []) {
    if (found.terms[name] !== value)
      wrong.push(`${name}: claimed ${value}, recomputed ${found.terms[name] ?? 'nothing'}`);
  }
  return wrong;
}

/* The command: from two files, or from a server. */
const LINEAGE = `metric key formula parameters value reason methodologyVersion nextCursor totalCauses terms { name value }
  asOf { chainId height hash } causes { records { id kind address txHash logIndex input readHeight readHash } }`;
const RECORD = 'id chainId height at kind address topics data txHash input readHeight readAt';

async function ask(url, query) {
  const response = await fetch(url, {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify({query}),
  });
  const {data, errors} = await response.json();
  if (errors?.length) throw new Error(errors[0].message);
  return data;
}

/** The whole lineage of a number, page by page, as one. */
export async function fetchLineage(url, {metric, key, block, chainId}) {
  const asOf = [
    block === undefined ? [] : `block: ${block}`,
    chainId === undefined ? [] : `chainId: ${chainId}`,
  ].flat();
  const given = [`metric: ${JSON.stringify(metric)}`, key === undefined ? [] : `key: ${JSON.stringify(key)}`].flat();
  const causes = [];
  for (let [cursor, height] = [null, null]; ;) {
    const at = height === null ? asOf : [`block: ${height}`, ...asOf.filter((one) => !one.startsWith('block'))];
    const args = [...given, 'limit: 1000', ...(at.length > 0 ? [`asOf: {${at.join(', ')}}`] : [])];
    if (cursor !== null) args.push(`cursor: ${JSON.stringify(cursor)}`);
    const {lineage} = await ask(url, `{ lineage(${args.join(', ')}) { ${LINEAGE} } }`);
    causes.push(...lineage.causes);
    [cursor, height] = [lineage.nextCursor, lineage.asOf.height];
    if (cursor === null) return {...lineage, causes};
  }
}

/** The raw records that the causes of a lineage name. */
export async function fetchRecords(url, lineage) {
  const ids = [...new Set(lineage.causes.flatMap(({records}) => records.map(({id}) => id)))];
  const records = [];
  for (let i = 0; i < ids.length; i += 50) {
    const some = JSON.stringify(ids.slice(i, i + 50));
    records.push(
      ...(await ask(url, `{ eventRecords(where: {id_in: ${some}}, limit: 50) { ${RECORD} } }`)).eventRecords,
    );
  }
  return records;
}

/** The same records out of an archive node: logs from receipts, answers from eth_call. A report is no business of a chain. */
export async function readFromNode(rpc, lineage, reports) {
  const call = async (method, ...params) => {
    const body = JSON.stringify({jsonrpc: '2.0', id: 1, method, params});
    const response = await fetch(rpc, {method: 'POST', headers: {'content-type': 'application/json'}, body});
    const {result, error} = await response.json();
    if (error || result == null) throw new Error(`${method} ${JSON.stringify(params)}: ${error?.message ?? 'nothing'}`);
    return result;
  };
  const remembered = new Map();
  const once = (method, ...params) => {
    const name = JSON.stringify([method, params]);
    return remembered.get(name) ?? remembered.set(name, call(method, ...params)).get(name);
  };
  const timeOf = async (height) =>
    Number((await once('eth_getBlockByNumber', `0x${height.toString(16)}`, false)).timestamp);
  const wanted = new Map(lineage.causes.flatMap(({records}) => records.map((record) => [record.id, record])));
  const records = [];
  for (const record of wanted.values()) {
    const {id, kind, txHash, logIndex, input, readHeight, readHash, address} = record;
    const chainId = Number(id.split('-')[0]);
    const height = Number(id.split('-')[1]);
    const at = await timeOf(height);
    if (kind === 'REPORT') records.push(reports.find((report) => report.id === id));
    if (kind === 'LOG') {
      const {logs} = await once('eth_getTransactionReceipt', txHash);
      const log = logs.find((one) => Number(one.logIndex) === logIndex);
      records.push({id, chainId, kind, height, at, address: log.address, topics: log.topics, data: log.data, txHash});
    }
    if (kind === 'READING') {
      const data = await call('eth_call', {to: address, data: input}, {blockHash: readHash});
      records.push({id, chainId, kind, height, at, address, data, input, readHeight, readAt: await timeOf(readHeight)});
    }
  }
  return records;
}

const USAGE = `usage: node docs/recompute.mjs lineage.json records.json
       node docs/recompute.mjs --url http://127.0.0.1:4350/graphql --metric backing.ratio
                               [--key ID] [--as-of-block N] [--chain ID] [--rpc http://node]`;

async function main(args) {
  const option = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const [url, metric, rpc] = [option('--url'), option('--metric'), option('--rpc')];
  if (args.length < 2 || (url === undefined) !== (metric === undefined)) return (console.error(USAGE), 2);
  const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
  const asked = {metric, key: option('--key'), block: option('--as-of-block'), chainId: option('--chain')};
  const answer = url === undefined ? read(args[0]) : await fetchLineage(url, asked);
  const lineage = answer.data?.lineage ?? answer.lineage ?? answer;
  const listed = url === undefined ? read(args[1]) : await fetchRecords(url, lineage);
  const raw = listed.data?.eventRecords ?? listed.eventRecords ?? listed;
  const records = rpc === undefined ? raw : await readFromNode(rpc, lineage, raw);
  if (lineage.value === null) return (console.log(`${lineage.metric} has no value: ${lineage.reason}`), 0);
  const found = recompute(lineage, records);
  const wrong = differences(lineage, found);
  const subject = `${lineage.metric}${lineage.key ? ` of ${lineage.key}` : ''} at block ${lineage.asOf?.height ?? '?'}`;
  console.log(`${subject}, ${lineage.formula} of ${lineage.methodologyVersion}, from ${records.length} records`);
  console.log(`  claimed     ${lineage.value}\n  recomputed  ${found.value}`);
  for (const [name, term] of Object.entries(found.terms)) console.log(`  ${name} = ${term}`);
  for (const line of wrong) console.log(`  DIFFERS ${line}`);
  return wrong.length === 0 ? 0 : 1;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await main(process.argv.slice(2)).catch((error) => (console.error(error.message), 2));
}
