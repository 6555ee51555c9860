// Asks a running API every question of docs/queries and of README.md and writes the answers beside them:
// npm start, then npm run queries [-- URL].
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import prettier from 'prettier';

const url = process.argv[2] ?? 'http://localhost:4350';
const PAIR = /```graphql\n(.+?)\n```\n+```json\n.*?```/gs;

const LAYOUT = {parser: 'json', printWidth: 120, objectWrap: 'collapse'};

async function ask(query) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify({query}),
  });
  const {data, errors} = await response.json();
  if (errors !== undefined) throw new Error(`${errors[0].message}\n${query}`);
  return data;
}

async function answered(text) {
  const pairs = [...text.matchAll(PAIR)];
  const answers = [];
  for (const [, query] of pairs) answers.push((await prettier.format(JSON.stringify(await ask(query)), LAYOUT)).trim());
  return text.replaceAll(PAIR, (_, query) => `\`\`\`graphql\n${query}\n\`\`\`\n\`\`\`json\n${answers.shift()}\n\`\`\``);
}

const pages = readdirSync('docs/queries', {recursive: true}).filter((file) => file.endsWith('.md'));
for (const file of [...pages.map((page) => path.join('docs/queries', page)), 'README.md']) {
  const text = readFileSync(file, 'utf8');
  const fresh = await answered(text);
  if (fresh === text) continue;
  writeFileSync(file, fresh);
  process.stdout.write(`${file}\n`);
}
