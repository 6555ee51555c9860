import {Client} from 'pg';
import type {Random} from '../../devnet/random';
import {LINEAGE} from '../../server-extension/lineage';
import type {Subject} from './lineageReader';

/** What there is to ask about: blocks, and the keys of each kind of metric. */
export interface Subjects {
  readonly heights: readonly number[];
  readonly keysOf: (metric: string) => readonly string[];
}

/** Everything that a database can be asked the lineage of. */
export async function subjectsOf(url: string): Promise<Subjects> {
  const client = new Client({connectionString: url});
  await client.connect();
  try {
    const list = async (sql: string): Promise<string[]> =>
      (await client.query<{name: string}>(sql)).rows.map(({name}) => name);
    const heights = (await list('SELECT height AS name FROM block ORDER BY height')).map(Number);
    const assets = await list('SELECT asset_id AS name FROM compute_asset ORDER BY 1');
    const paying = await list(
      `SELECT DISTINCT substr(asset, position('-' in asset) + 1) AS name FROM revenue_distribution ORDER BY 1`,
    );
    const holders = await list(
      `SELECT CASE t.role WHEN 'aid' THEN 'AID' WHEN 'said' THEN 'SAID' ELSE right(t.id, 66) END || ':' || b.account AS name
       FROM token_balance b JOIN token t ON t.id = b.token ORDER BY 1`,
    );
    const keysOf = (metric: string): readonly string[] => {
      if (metric === 'balance') return holders;
      if (metric.startsWith('revenue.')) return paying;
      if (metric.startsWith('assets.')) return assets;
      return metric.startsWith('usage.') ? ['AID', 'SAID', ...assets] : [''];
    };
    return {heights, keysOf};
  } finally {
    await client.end();
  }
}

/** Numbers at random: each metric in turn, of any of its keys, as of any block. */
export function* randomSubjects({heights, keysOf}: Subjects, random: Random): Generator<Subject> {
  for (;;) {
    for (const metric of random.sample(Object.keys(LINEAGE), Object.keys(LINEAGE).length)) {
      yield {metric, key: random.pick([...keysOf(metric)]), height: random.pick([...heights])};
    }
  }
}
