// Writes docs/dictionary.md from the compiled schema and definitions: npm run dictionary.
import {readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const {loadCustomResolvers} = require('@subsquid/graphql-server/lib/resolvers');
const {dictionaryPage} = require('../lib/dictionary/page.js');
const {entitySchema} = require('../lib/dictionary/entitySchema.js');

const questions = await loadCustomResolvers(path.resolve('lib/server-extension/resolvers'));
writeFileSync('docs/dictionary.md', dictionaryPage(questions, entitySchema(readFileSync('schema.graphql', 'utf8'))));
