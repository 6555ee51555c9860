// Generates src/abi from every abi/*.json with SQD's own typegen.
import {spawnSync} from 'node:child_process';
import {readdirSync} from 'node:fs';

const target = process.argv[2] ?? 'src/abi';
const sources = readdirSync('abi').filter((file) => file.endsWith('.json'));
for (const file of sources) {
  const {status} = spawnSync('npx', ['squid-evm-typegen', target, `abi/${file}`], {stdio: ['ignore', 'ignore', 'inherit']});
  if (status !== 0) process.exit(status ?? 1);
}
