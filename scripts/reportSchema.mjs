// Writes docs/report.schema.json from the schema that gaib-squid attest validates with; needs npm run build.
import {writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {fileURLToPath} from 'node:url';

const {reportJsonSchema} = createRequire(import.meta.url)('../lib/attestation/jsonSchema.js');
const file = fileURLToPath(new URL('../docs/report.schema.json', import.meta.url));
writeFileSync(file, `${JSON.stringify(reportJsonSchema(), null, 2)}\n`);
