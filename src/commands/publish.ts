import {DifferenceFound} from '../domain/errors';
import {compareAll, type Difference} from '../publish/compare';
import {formulas, publishAll, type Publication} from '../publish/publish';
import {takePublisherLock} from '../publish/publisherLock';
import {openSource, publishedChain, readChangeLog} from '../publish/session';
import {progressDisplay, type Bar} from '../supervisor/progressDisplay';
import {withHeldDatabase} from './heldDatabase';

export interface PublishOptions {
  readonly json: boolean;
  readonly check: boolean;
}

interface Outcome extends Partial<Publication> {
  readonly chainId: number;
  /** With `check`: values that the log of published values does not account for */
  readonly differences?: readonly Difference[];
}

const SHOWN = 20;

/**
 * Publishes the daily closes that are due; with `check` it writes nothing and holds what is published against what is
 * computed now. With `json` one document on stdout.
 * @throws DifferenceFound when a published value is not what is computed, BusyError while another process publishes,
 * UserError when nothing is indexed
 */
export async function publishCommand({json, check}: PublishOptions): Promise<void> {
  const display = progressDisplay();
  let outcome: Outcome;
  try {
    outcome = await withHeldDatabase((dbUrl) => run(dbUrl, check, display.bar('publishing', 'days')));
  } finally {
    display.stop();
  }
  process.stdout.write(json ? `${JSON.stringify(outcome, null, 2)}\n` : asText(outcome));
  const count = outcome.differences?.length ?? 0;
  if (count > 0) throw new DifferenceFound(`${count} published values are not what is computed now.`);
}

async function run(dbUrl: string, check: boolean, bar: Bar): Promise<Outcome> {
  const source = await openSource(dbUrl);
  try {
    const chainId = await publishedChain(source);
    const using = formulas(readChangeLog());
    const onProgress = (done: number, total: number): void => bar.update(done, total);
    if (check) return {chainId, differences: await compareAll(source, using, onProgress)};
    const lock = await takePublisherLock(dbUrl, chainId);
    try {
      return {chainId, ...(await publishAll(source, using, {signal: lock.lost, onProgress}))};
    } finally {
      await lock.release();
    }
  } finally {
    await source.destroy();
  }
}

function asText({chainId, days, values, restatements, differences}: Outcome): string {
  if (differences === undefined) {
    return `Chain ${chainId}: ${days ?? 0} days published, ${values ?? 0} values, ${restatements ?? 0} restatements.\n`;
  }
  if (differences.length === 0) return `Chain ${chainId}: every published value is what is computed now.\n`;
  const lines = differences
    .slice(0, SHOWN)
    .map(({metric, key, day, published, computed}) => `${day}  ${metric} ${key}: ${published}, computed ${computed}`);
  const more = differences.length > SHOWN ? [`and ${differences.length - SHOWN} more`] : [];
  return [`Chain ${chainId}: ${differences.length} published values differ.`, ...lines, ...more, ''].join('\n');
}
