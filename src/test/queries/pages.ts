import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';

/** A question of a reader, with the answer of the default year: docs/queries/<reader>/<question>.md. */
export interface QueryPage {
  readonly file: string;
  readonly title: string;
  readonly query: string;
  readonly answer: unknown;
}

export const READERS = ['risk', 'research', 'dashboards'] as const;

const FOLDER = path.resolve(__dirname, '../../../docs/queries');
const PAGE = /^# (?<title>.+?)\n.*?```graphql\n(?<query>.+?)\n```\n+```json\n(?<answer>.+?)\n```\n$/s;

/** Every page, by reader and name. @throws Error for a file that has no title, query and answer */
export function queryPages(): QueryPage[] {
  return READERS.flatMap((reader) =>
    readdirSync(path.join(FOLDER, reader))
      .sort()
      .map((name) => readPage(path.join(reader, name))),
  );
}

function readPage(file: string): QueryPage {
  const found = PAGE.exec(readFileSync(path.join(FOLDER, file), 'utf8'))?.groups;
  if (found === undefined) throw new Error(`docs/queries/${file} has no title, query and answer.`);
  const {title = '', query = '', answer = ''} = found;
  return {file, title, query, answer: JSON.parse(answer) as unknown};
}
