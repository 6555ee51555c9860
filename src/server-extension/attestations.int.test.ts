import {createTestDatabase, type TestDatabase} from '../test/postgres';
import {Reader} from './fixture/ask';
import {ATTESTATIONS, BACKING, CONCENTRATION, DIVERGENCE} from './fixture/fields';
import {writeHistory} from './fixture/history';
import {hashOf} from './fixture/rows';

let database: TestDatabase;
let reader: Reader;

beforeAll(async () => {
  database = await createTestDatabase();
  await writeHistory(database.url);
  reader = await Reader.open(database.url);
});

afterAll(async () => {
  await reader.close();
  await database.drop();
});

interface Report {
  reportHash: string;
  corrects: string | null;
  correctedBy: string | null;
  invalidatedReason: string | null;
  publicationLagSeconds: number;
  body: string;
}
interface Register {
  attestations: {reports: Report[]; nextCursor: string | null};
}
const registerAt = async (args: string): Promise<Register['attestations']> =>
  (await reader.answer<Register>(`{attestations(${args}) {${ATTESTATIONS}}}`)).attestations;

interface Backing {
  attestedRatio: string | null;
  attestedAt: string | null;
  attestedSource: string | null;
  unknownShare: string | null;
  evidence: {evidence: string; share: string | null}[];
  components: {kind: string; custodian: string | null; evidence: string}[];
  statement: {reportId: string; state: string; sumErrorPoints: string; slices: {share: string | null}[]} | null;
}
const backingAt = async (block: number): Promise<Backing> =>
  (await reader.answer<{backing: Backing}>(`{backing(asOf: {block: ${block}}) {${BACKING}}}`)).backing;

test('the register keeps what a correction replaces, as it was known at a block', async () => {
  expect((await registerAt('asOf: {block: 420}')).reports).toEqual([]);
  expect(
    (await registerAt('asOf: {block: 459}')).reports.map(({reportHash, correctedBy}) => [reportHash, correctedBy]),
  ).toEqual([
    [hashOf(2), null],
    [hashOf(1), null],
  ]);
  const {reports} = await registerAt('asOf: {block: 460}');
  expect(reports.map(({reportHash, corrects, correctedBy}) => [reportHash, corrects, correctedBy])).toEqual([
    [hashOf(3), hashOf(1), null],
    [hashOf(2), null, null],
    [hashOf(1), null, hashOf(3)],
  ]);
  expect(reports[2]).toMatchObject({invalidatedReason: 'a custodian was left out', publicationLagSeconds: 13 * 21_600});
  expect(JSON.parse(reports[2]?.body ?? '')).toMatchObject({totalUsd: '20300000'});
});

test('pages follow each other without a gap, and a kind is asked for by name', async () => {
  const first = await registerAt('limit: 2');
  expect(first.reports.map(({reportHash}) => reportHash)).toEqual([hashOf(3), hashOf(2)]);
  const second = await registerAt(`limit: 2, cursor: "${first.nextCursor ?? ''}"`);
  expect([second.reports.map(({reportHash}) => reportHash), second.nextCursor]).toEqual([[hashOf(1)], null]);
  expect((await registerAt('kind: "ASSET_PARTIES"')).reports).toEqual([]);
  const refusal = async (args: string) => (await reader.ask(`{attestations(${args}) {nextCursor}}`)).error;
  expect((await refusal('kind: "PARTIES"'))?.message).toMatch(/^kind is "PARTIES", expected one of/);
  expect((await refusal('limit: 0'))?.code).toBe('BAD_USER_INPUT');
  expect((await refusal('cursor: "x"'))?.message).toMatch(/^cursor is none/);
});

test('attested is what the newest statement that adds up says, of its own instant', async () => {
  expect(await backingAt(420)).toMatchObject({attestedRatio: '1.015', attestedSource: 'FEED', statement: null});
  expect(await backingAt(421)).toMatchObject({
    ...{attestedRatio: '1.015', attestedSource: 'STATEMENT', attestedAt: '2026-07-31T00:00:00.000Z'},
    statement: {reportId: hashOf(1), state: 'CONSISTENT', sumErrorPoints: '0'},
  });
});

test('slices of 97 % are fatal: shown, but no ratio and no share comes of them', async () => {
  const {statement, ...answer} = await backingAt(455);
  expect(statement).toMatchObject({reportId: hashOf(2), state: 'FATAL', sumErrorPoints: '2.955665024630541872'});
  expect(statement?.slices.map(({share}) => share)).toEqual([null, null, null]);
  expect(answer).toMatchObject({attestedRatio: '1.015', attestedAt: '2026-07-31T00:00:00.000Z'});
});

test('T-bills have the evidence and the custodians that a statement names, from the block that learned of it', async () => {
  const before = await backingAt(420);
  expect(before).toMatchObject({unknownShare: '0.615763546798029557'});
  expect(before.components[2]).toMatchObject({custodian: null, evidence: 'WEAK_LIVE_PROBE'});
  const first = await backingAt(430);
  expect(first.components[2]).toMatchObject({custodian: null, evidence: 'STATIC_VALIDATED'});
  const corrected = await backingAt(488);
  expect(corrected).toMatchObject({unknownShare: '0'});
  expect(corrected.components.map(({custodian}) => custodian)).toEqual(['PROTOCOL', 'PROTOCOL', 'Bank A, Bank B']);
});

interface Part {
  by: string;
  names: number;
  hhi: string | null;
  hhiLower: string | null;
  hhiUpper: string | null;
  unknownShare: string | null;
}
const partsAt = async (block: number): Promise<(by: string) => Part | undefined> => {
  const query = `{concentration(asOf: {block: ${block}}) {${CONCENTRATION}}}`;
  const {concentration} = await reader.answer<{concentration: {parts: Part[]}}>(query);
  return (by) => concentration.parts.find((part) => part.by === by);
};

test('a custodian that nobody names leaves bounds of the concentration, and no single figure', async () => {
  const partial = (await partsAt(430))('CUSTODIAN');
  expect(partial).toMatchObject({names: 2, hhi: null, unknownShare: '0.246305418719211823'});
  const [own, bank, unknown] = [7.8 / 20.3, 7.5 / 20.3, 5 / 20.3] as const;
  expect(Number(partial?.hhiLower)).toBeCloseTo(own ** 2 + bank ** 2, 12);
  expect(Number(partial?.hhiUpper)).toBeCloseTo((own + unknown) ** 2 + bank ** 2, 12);
  const whole = (await partsAt(488))('CUSTODIAN');
  expect(whole).toMatchObject({names: 3, unknownShare: '0'});
  expect(Number(whole?.hhi)).toBeCloseTo(own ** 2 + bank ** 2 + unknown ** 2, 12);
});

test('component, class, holders and queue are each a concentration of their own', async () => {
  const of = await partsAt(488);
  expect(of('COMPONENT')).toMatchObject({names: 3, hhi: '0.453032104637336504'});
  expect(of('ASSET_CLASS')).toMatchObject({names: 2, hhi: '0.526802397534519158'});
  expect(of('AID_HOLDER')).toMatchObject({names: 3, hhi: '0.665'});
  expect(of('SAID_HOLDER')).toMatchObject({names: 2, hhi: '0.50617283950617284'});
  expect(of('QUEUE')).toMatchObject({names: 2, hhi: '0.52'});
});

test('a second source lies beside the first, with both values', async () => {
  type Answer = {sourceDivergence: {pairs: {name: string; a: string; b: string; divergence: string}[]}};
  const {sourceDivergence} = await reader.answer<Answer>(`{sourceDivergence {${DIVERGENCE}}}`);
  const of = (name: string) => sourceDivergence.pairs.find((pair) => pair.name === name);
  expect(of('SUPPLY')).toMatchObject({a: '20040000', b: '20000000', divergence: '0.002'});
  expect(of('PRICE')).toMatchObject({a: '1', b: '1', divergence: '0'});
  expect(of('TBILLS')).toMatchObject({a: '11900000', b: null, divergence: null});
});
