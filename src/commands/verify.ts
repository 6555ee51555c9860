import {DifferenceFound} from '../domain/errors';
import {verify, type TableDifference, type Verified} from '../integrity/verify';
import {withConnection} from '../postgres/database';
import {progressDisplay} from '../supervisor/progressDisplay';
import {withHeldDatabase} from './heldDatabase';

export interface VerifyOptions {
  readonly json: boolean;
}

/**
 * Compares the tables of every chain with its log, and says where they differ.
 * @throws DifferenceFound when they do
 */
export async function verifyCommand({json}: VerifyOptions): Promise<void> {
  const display = progressDisplay();
  const chains: Verified[] = [];
  try {
    await withHeldDatabase(async (dbUrl, networks) => {
      for (const network of networks) {
        const bar = display.bar(network.name, 'records');
        const onProgress = (done: number, total: number): void => bar.update(done, total);
        chains.push(await withConnection(dbUrl, 'The database', (db) => verify(db, network, onProgress)));
      }
    });
  } finally {
    display.stop();
  }
  process.stdout.write(json ? `${JSON.stringify({chains}, null, 2)}\n` : chains.map(inWords).join(''));
  const tables = chains.flatMap(({differences}) => differences).length;
  if (chains.some(({brokenLog}) => brokenLog !== null)) throw new DifferenceFound('A log cannot be folded.');
  if (tables > 0) throw new DifferenceFound(`${tables} tables differ from the log: gaib-squid replay rebuilds them.`);
}

function inWords({network, records, brokenLog, differences}: Verified): string {
  if (brokenLog !== null) return `${network}: the log cannot be folded: ${brokenLog}\n`;
  const [first] = differences;
  if (first === undefined) return `${network}: every row is what the ${records} records of the log say.\n`;
  const lines = differences.map(({table, rows}) => `  ${table}: ${rows} ${rows === 1 ? 'row differs' : 'rows differ'}`);
  return `${network}: the first difference is ${inPlace(first)}\n${lines.join('\n')}\n`;
}

function inPlace({table, first, height, fields}: TableDifference): string {
  const where = height === null ? '' : ` of block ${height}`;
  const parts = fields.map(
    ({field, expected, held}) => `    ${field}: held ${held ?? '-'}, the log says ${expected ?? '-'}`,
  );
  return `row ${first} of ${table}${where}:\n${parts.join('\n')}`;
}
