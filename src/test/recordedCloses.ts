import {createHash} from 'node:crypto';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {query} from './harness/committed';

/** All closes of a metric of the default year, and what they were computed by. */
interface Recorded {
  readonly version: string;
  readonly sha256: string;
}

export type RecordedCloses = Readonly<Record<string, Recorded>>;

const FILE = path.resolve(__dirname, '../../fixtures/closes.json');

export const readCloses = (): RecordedCloses => JSON.parse(readFileSync(FILE, 'utf8')) as RecordedCloses;

/** After the year itself changed, or a formula with its version. */
export const recordCloses = (closes: RecordedCloses): void =>
  writeFileSync(FILE, `${JSON.stringify(closes, null, 2)}\n`);

interface Line {
  readonly metric: string;
  readonly version: string;
  readonly text: string;
}

/** The newest values that a database has published up to a day, hashed by metric. */
export async function publishedCloses(url: string, lastDay: string): Promise<RecordedCloses> {
  const lines = await query<Line>(
    url,
    `SELECT DISTINCT ON (metric, key, day) metric, methodology_version AS version,
            concat_ws(' ', key, day::date, value, reason) AS text
     FROM published_value WHERE day <= $1 ORDER BY metric, key, day, revision DESC`,
    [lastDay],
  );
  const metrics = [...new Set(lines.map(({metric}) => metric))];
  return Object.fromEntries(
    metrics.map((metric) => {
      const own = lines.filter((line) => line.metric === metric);
      const sha256 = createHash('sha256').update(own.map(({text}) => text).join('\n'));
      return [metric, {version: own[0]?.version ?? '', sha256: sha256.digest('hex')}];
    }),
  );
}

/** Metrics whose past is not the recorded one, one sentence each. */
export const changes = (recorded: RecordedCloses, found: RecordedCloses): string[] =>
  [...new Set([...Object.keys(recorded), ...Object.keys(found)])].flatMap((metric) => {
    const [was, is] = [recorded[metric], found[metric]];
    if (was === undefined || is === undefined) return [`${metric} is ${was === undefined ? 'not recorded' : 'gone'}`];
    if (was.sha256 === is.sha256 && was.version === is.version) return [];
    return was.version === is.version
      ? [`${metric} changed under ${is.version}: without a new version nobody is told`]
      : [`${metric} is of ${is.version} and recorded of ${was.version}`];
  });
