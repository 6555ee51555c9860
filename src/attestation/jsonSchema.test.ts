import {readFileSync} from 'node:fs';
import path from 'node:path';
import {PROJECT_DIR} from '../config';
import {ASSURANCES, EVIDENCE_CLASSES} from '../domain/report';
import {reportJsonSchema} from './jsonSchema';
import {parseReports} from './reportFile';

const read = (file: string): string => readFileSync(path.join(PROJECT_DIR, 'docs', file), 'utf8');

test('docs/report.schema.json is what npm run schema makes of the schema that reports are validated with', () => {
  expect(JSON.parse(read('report.schema.json'))).toEqual(JSON.parse(JSON.stringify(reportJsonSchema())));
});

const DOC = read('attestations.md');
const EXAMPLES = [...DOC.matchAll(/```json\n([^]*?)```/g)].map(([, text = '']) => JSON.parse(text) as {kind: string});

test('docs/attestations.md has an example of each kind and of a correction, and each is a good report', () => {
  const read = EXAMPLES.flatMap((example) => parseReports(example, 'docs/attestations.md'));
  const kinds = ['ASSET_FINANCIALS', 'ASSET_PARTIES', 'ASSET_SCHEDULE', 'RESERVE_STATEMENT'];
  expect([...new Set(read.map(({report}) => report.kind))].sort()).toEqual(kinds);
  const [correction] = read.filter(({report}) => report.corrects !== undefined);
  const corrected = read.find(({reportId}) => reportId === correction?.report.corrects);
  expect(corrected?.report).toMatchObject({kind: correction?.report.kind, subject: correction?.report.subject});
});

test('docs/attestations.md names every assurance and class of evidence', () => {
  expect([...ASSURANCES, ...EVIDENCE_CLASSES].filter((name) => !DOC.includes(`\`${name}\``))).toEqual([]);
});
