import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import type {Report} from '../domain/report';
import {REPORTS} from '../test/attested';
import {query} from '../test/harness/committed';
import {createTestDatabase, type TestDatabase} from '../test/postgres';
import {submitFolder} from './folder';
import {parseReports, type ReadReport} from './reportFile';
import {submitReports} from './submit';

let database: TestDatabase;
beforeEach(async () => (database = await createTestDatabase()));
afterEach(() => database.drop());

const ALL = parseReports(Object.values(REPORTS), 'all.json');
const variant = (change: Partial<Report>): ReadReport => {
  const [one] = parseReports({...REPORTS.ASSET_PARTIES, ...change}, 'variant.json');
  if (one === undefined) throw new Error('nothing was read');
  return one;
};

interface Held {
  id: string;
  sequence: number;
  kind: string;
}
const held = (): Promise<Held[]> =>
  query<Held>(database.url, 'SELECT id, sequence, kind FROM attestation_inbox ORDER BY sequence');

test('what was handed in is held whole, in the order of its publication', async () => {
  const early = variant({publishedAt: '2025-11-02T00:00:00Z'});
  await submitReports(database.url, [...ALL, early]);
  expect((await held()).map(({id, sequence}) => [sequence, id])).toEqual(
    [early, ...ALL].map(({reportId}, i) => [i + 1, reportId]),
  );
  const [row] = await query(database.url, `SELECT * FROM attestation_inbox WHERE kind = 'RESERVE_STATEMENT'`);
  const {RESERVE_STATEMENT} = REPORTS;
  expect(row).toMatchObject({
    ...{chain_id: 31337, subject: 'AID', assurance: 'LIMITED', issuer: 'GAIB', corrects: null, reason: null},
    ...{uri: RESERVE_STATEMENT.uri, document_hash: RESERVE_STATEMENT.documentHash, body: RESERVE_STATEMENT.body},
    ...{as_of: new Date(RESERVE_STATEMENT.asOf), published_at: new Date(RESERVE_STATEMENT.publishedAt)},
    document: ALL.find(({report}) => report.kind === 'RESERVE_STATEMENT')?.document,
  });
});

test('the same report handed in again is recognised, and nothing is written twice', async () => {
  await submitReports(database.url, ALL);
  const before = await held();
  const again = await submitReports(database.url, [...ALL, ...ALL]);
  expect(again.map(({alreadyHeld}) => alreadyHeld)).toEqual(Array(8).fill(true));
  expect(await held()).toEqual(before);
});

test('where one is refused, none is written', async () => {
  const stray = variant({corrects: `0x${'1'.repeat(64)}`, reason: 'x'});
  await expect(submitReports(database.url, [...ALL, stray])).rejects.toThrow('variant.json: field corrects is "0x1111');
  expect(await held()).toEqual([]);
});

test('a correction fits a report held from an earlier call, once', async () => {
  await submitReports(database.url, ALL);
  const corrects = ALL.find(({report}) => report.kind === 'ASSET_PARTIES')?.reportId ?? '';
  const first = variant({corrects, reason: 'the region', publishedAt: '2025-11-04T00:00:00Z'});
  await submitReports(database.url, [first]);
  const second = variant({corrects, reason: 'the obligor', publishedAt: '2025-11-05T00:00:00Z'});
  await expect(submitReports(database.url, [second])).rejects.toThrow(`correct ${first.reportId} instead.`);
  const early = variant({corrects: first.reportId, reason: 'x', publishedAt: '2025-11-03T23:59:59Z'});
  await expect(submitReports(database.url, [early])).rejects.toThrow('an instant after 2025-11-04T00:00:00Z');
  expect(await held()).toHaveLength(ALL.length + 1);
});

test('a dry run says what would happen, and writes nothing', async () => {
  await submitReports(database.url, ALL.slice(0, 1));
  const said = await submitReports(database.url, ALL, {dryRun: true});
  expect(said.map(({alreadyHeld}) => alreadyHeld)).toEqual([true, false, false, false]);
  expect(await held()).toHaveLength(1);
});

test('calls at the same time do not disturb each other', async () => {
  const reports = Array.from({length: 8}, (_, i) => variant({issuer: `issuer ${i % 4}`}));
  const outcomes = await Promise.allSettled(reports.map((report) => submitReports(database.url, [report])));
  expect(outcomes.map(({status}) => status)).toEqual(Array(8).fill('fulfilled'));
  expect((await held()).map(({sequence}) => sequence)).toEqual([1, 2, 3, 4]);
});

test('the inbox is append-only', async () => {
  await submitReports(database.url, ALL);
  const before = await held();
  for (const statement of [
    `UPDATE attestation_inbox SET issuer = 'somebody else'`,
    'UPDATE attestation_inbox SET issuer = issuer',
    'DELETE FROM attestation_inbox',
    'TRUNCATE attestation_inbox',
    'TRUNCATE attestation_inbox CASCADE',
  ]) {
    const refused = `attestation_inbox is append-only: ${statement.split(' ')[0]} is refused`;
    await expect(query(database.url, statement)).rejects.toThrow(refused);
  }
  expect(await held()).toEqual(before);
});

describe('a folder', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'gaib-squid-reports-'));
  const folder = path.join(root, 'local');
  beforeAll(() => mkdirSync(folder));
  afterAll(() => rmSync(root, {recursive: true}));
  const write = (name: string, content: unknown): void =>
    writeFileSync(path.join(folder, name), JSON.stringify(content));

  test('is handed in file by file, once, and nothing but its JSON', async () => {
    expect(await submitFolder(database.url, path.join(root, 'none'), 31337)).toEqual([]);
    write('b.json', Object.values(REPORTS).slice(1));
    write('a.json', REPORTS.ASSET_SCHEDULE);
    writeFileSync(path.join(folder, 'notes.txt'), 'not a report');
    expect((await submitFolder(database.url, folder, 31337)).map(({alreadyHeld}) => alreadyHeld)).toEqual(
      Array(4).fill(false),
    );
    expect((await held()).map(({kind}) => kind)).toEqual(Object.keys(REPORTS));
    expect((await submitFolder(database.url, folder, 31337)).every(({alreadyHeld}) => alreadyHeld)).toBe(true);
    expect(await held()).toHaveLength(4);
  });

  test('with a report of another chain is refused whole', async () => {
    write('c.json', {...REPORTS.ASSET_PARTIES, chainId: 1});
    await expect(submitFolder(database.url, folder, 31337)).rejects.toThrow(
      `${path.join(folder, 'c.json')}: field chainId is 1, expected 31337, whose folder it is in.`,
    );
    expect(await held()).toEqual([]);
  });
});
