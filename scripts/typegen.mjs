// Generates src/abi, or the folder named, from every abi/*.json with SQD's own typegen.
import {spawnSync} from 'node:child_process';
import {readdirSync} from 'node:fs';

const target = process.argv[2] ?? 'src/abi';
const sources = readdirSync('abi')
  .filter((file) => file.endsWith('.json'))
  .map((file) => `abi/${file}`);
const {status} = spawnSync('npx', ['squid-evm-typegen', target, ...sources], {stdio: ['ignore', 'ignore', 'inherit']});
process.exit(status ?? 1);
