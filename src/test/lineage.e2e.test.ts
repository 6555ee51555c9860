import {readFileSync} from 'node:fs';
import {Random} from '../devnet/random';
import {PUBLISHED_NAMES} from '../domain/published';
import {Reader} from '../server-extension/fixture/ask';
import {LINEAGE} from '../server-extension/lineage';
import {databaseOf} from './asOf/asOfYear';
import {query} from './asOf/comparison';
import {lineageQuery, rawRecords, recordIds, tellable, wholeLineage, type Subject} from './lineage/lineageReader';
import {runScript, SCRIPT, verdicts, type Case} from './lineage/script';
import {randomSubjects, subjectsOf, type Subjects} from './lineage/subjects';
import {startProduct, type Product} from './oracle/product';

const FULL = process.env['FULL'] === '1';
const SEED = parseInt(process.env['SEED'] ?? `${Date.now() % 1_000_000}`, 10);
const [NUMBERS, DAYS] = FULL ? [200, 365] : [15, 60];
/** Causes that are left out, one at a time, of a number that has more of them. */
const LEFT_OUT = FULL ? 25 : 12;
const ZERO = '0x0000000000000000000000000000000000000000';

let product: Product;
let url: string;
let reader: Reader;
let subjects: Subjects;

beforeAll(async () => {
  product = await startProduct(['--days', `${DAYS}`]);
  url = await databaseOf(product.dataDir);
  reader = await Reader.open(url);
  subjects = await subjectsOf(url);
}, 400_000);

afterAll(async () => {
  await reader.close();
  await product.stop();
  product.forget();
});

const head = (): number => subjects.heights.at(-1) ?? 0;

test('the script imports nothing but what Node has', () => {
  const text = readFileSync(SCRIPT, 'utf8');
  const imported = [...text.matchAll(/\bfrom '([^']+)'|\b(?:import|require)\s*\(\s*['"]?([^'")]*)/g)];
  expect(imported.map(([, from, called]) => from ?? called)).toEqual(['node:crypto', 'node:fs', 'node:url']);
});

test('every published metric has a lineage', () => {
  expect(PUBLISHED_NAMES.filter((name) => !Object.hasOwn(LINEAGE, name))).toEqual([]);
});

describe(`seed ${SEED}`, () => {
  const random = new Random('lineage', SEED);

  test(`${NUMBERS} random numbers are recomputed to the last digit, and from no record too many`, async () => {
    const cases: (Case & {subject: Subject})[] = [];
    for (const subject of randomSubjects(subjects, random)) {
      if (cases.length === NUMBERS) break;
      const lineage = await tellable(reader, subject);
      if (lineage === null) continue;
      const records = await rawRecords(url, recordIds(lineage));
      const without = random.sample(recordIds(lineage), LEFT_OUT);
      cases.push({subject, lineage, records, without});
    }
    const found = verdicts(cases).map((verdict, i) => ({
      ...cases[i]?.subject,
      claimed: cases[i]?.lineage.value,
      ...verdict,
    }));
    expect(found.filter(({differences, idle}) => differences.length + idle.length > 0)).toEqual([]);
    expect(found.filter(({claimed, value}) => claimed !== value)).toEqual([]);
    const named = cases.reduce((count, {records}) => count + records.length, 0);
    const tried = cases.reduce((count, {without}) => count + without.length, 0);
    console.info(`${found.length} numbers of ${new Set(cases.map(({subject: {metric}}) => metric)).size} metrics,`, {
      named,
      tried,
    });
  });

  test('the pages of a lineage are, in order, its causes', async () => {
    const subject = {metric: 'backing.ratio', key: '', height: head()};
    const whole = await wholeLineage(reader, subject);
    const pages = await wholeLineage(reader, subject, random.int(3, 40));
    expect(whole.causes.length).toBeGreaterThan(40);
    expect(pages).toEqual(whole);
    expect([whole.totalCauses, new Set(whole.causes.map((cause) => JSON.stringify(cause))).size]).toEqual([
      whole.causes.length,
      whole.causes.length,
    ]);
  });
});

test('a transfer between holders is no cause of the supply, and every mint and burn is', async () => {
  const lineage = await wholeLineage(reader, {metric: 'supply.total', key: '', height: head()});
  const named = await rawRecords(url, recordIds(lineage));
  const transfers = await query<{record: string; from: string; to: string}>(
    url,
    'SELECT record, "from", "to" FROM transfer WHERE cause IS NOT NULL',
  );
  const issuing = transfers.filter(({from, to}) => from === ZERO || to === ZERO).map(({record}) => record);
  expect(transfers.length).toBeGreaterThan(issuing.length);
  expect(named.map(({id}) => id)).toEqual([...new Set(issuing)].sort());
});

test('a price rests on the one record that told it last, which is found by calldata and block, or transaction and log', async () => {
  const kinds = new Set<unknown>();
  for (let block = 30; block < head(); block += 30) {
    const {lineage} = await product.query<{lineage: {causes: {records: Record<string, unknown>[]}[]}}>(
      `{ lineage(metric: "stakingYield.stakingNav", asOf: {block: ${block}}) {
           causes { records { kind height txHash logIndex input readHeight readHash } } } }`,
    );
    const [record, ...others] = lineage.causes.flatMap(({records}) => records);
    expect([block, others]).toEqual([block, []]);
    const {kind, txHash, logIndex, input, readHeight} = record ?? {};
    expect([kind === 'LOG' ? txHash : input]).toEqual([expect.stringMatching(/^0x/)]);
    expect([kind === 'LOG' ? logIndex : readHeight]).toEqual([expect.any(Number)]);
    kinds.add(kind);
  }
  expect([...kinds].sort()).toEqual(['LOG', 'READING']);
});

test('the command fetches lineage and records from the API, or from the node, and says whether they agree', () => {
  const args = ['--url', `${product.url}/graphql`, '--as-of-block', `${head() - 20}`];
  const ask = (...more: string[]) => runScript([...args, ...more]);
  const fromApi = ask('--metric', 'backing.haircutRatio');
  expect([fromApi.status, fromApi.stdout]).toEqual([
    0,
    expect.stringMatching(/claimed {5}(\S+)\n {2}recomputed {2}\1\n/),
  ]);
  expect(ask('--metric', 'stakingYield.navGapBps', '--rpc', product.rpcUrl).status).toBe(0);
  expect(ask('--metric', 'supply.total', '--rpc', product.rpcUrl).status).toBe(0);
  const refused = ask('--metric', 'nothing');
  expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('has no lineage')]);
});

test('from files too: a record that was changed is a difference', async () => {
  const lineage = await wholeLineage(reader, {metric: 'supply.total', key: '', height: head()});
  const records = await rawRecords(url, recordIds(lineage));
  const changed = records.map((record, i) => (i === 3 ? {...record, data: `0x${'0'.repeat(63)}1`} : record));
  expect(runScript([], {lineage, records}).status).toBe(0);
  const {status, stdout} = runScript([], {lineage, records: changed});
  expect([status, stdout]).toEqual([1, expect.stringContaining('DIFFERS value')]);
});

test('what has no lineage is refused in one sentence that lists what has', async () => {
  const refusal = async (metric: string, key = '', more = '') =>
    (await reader.ask(lineageQuery({metric, key, height: head()}, more))).error;
  expect((await refusal('backing.hhi'))?.message).toMatch(
    /^metric "backing.hhi" has no lineage: ask for one of backing.ratio, /,
  );
  expect((await refusal('constructor'))?.code).toBe('BAD_USER_INPUT');
  expect((await refusal('assets.nav'))?.message).toMatch(/^assets.nav needs a key: an asset id/);
  expect((await refusal('assets.nav', `0x${'ab'.repeat(32)}`))?.message).toMatch(/^Asset 0xabab.* is not known/);
  expect((await refusal('supply.total', 'AID'))?.message).toBe('supply.total has no key: leave it out.');
  expect((await refusal('balance', 'AID'))?.message).toMatch(/names no balance/);
  expect((await refusal('supply.total', '', ', limit: 1001'))?.message).toBe('limit is 1001, expected 1 to 1000.');
  expect((await refusal('supply.total', '', ', cursor: "x"'))?.message).toMatch(/nextCursor of the page before/);
  expect((await refusal('supply.total', '', `, limit: 0`))?.code).toBe('BAD_USER_INPUT');
});
