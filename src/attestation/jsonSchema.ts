import {z} from 'zod';
import {reportSchema} from './reportSchema';

/**
 * The report file as JSON Schema, for editors and other programs: docs/report.schema.json is this. What holds between
 * fields (docs/attestations.md) is beyond it.
 */
export function reportJsonSchema(): object {
  const file = z.union([reportSchema, z.array(reportSchema).min(1)]).meta({
    title: 'gaib-squid/report/1',
    description: 'A report attested off chain, or an array of them, as gaib-squid attest takes it',
  });
  return z.toJSONSchema(file);
}
