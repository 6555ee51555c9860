import {isObjectType, type GraphQLField, type GraphQLObjectType, type GraphQLSchema} from 'graphql';
import {METHODOLOGY} from '../domain/methodology';
import {COMMON} from './sharedFields';
import {fieldDefinition, typeDefinition} from './index';
import {ROW_FIELDS} from './rowFields';

/** Types of answers: what the questions are answered with. */
export const answerTypes = (schema: GraphQLSchema): GraphQLObjectType[] =>
  Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({name}) => /(Answer|Point|Part)$/.test(name) || name === 'AsOf')
    .sort((a, b) => (a.name < b.name ? -1 : 1));

/** Types of rows: what OpenReader lists. */
export const entityTypes = (schema: GraphQLSchema): GraphQLObjectType[] =>
  Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({astNode}) => astNode?.directives?.some(({name}) => name.value === 'entity') ?? false)
    .sort((a, b) => (a.name < b.name ? -1 : 1));

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ').trim();
const row = (...cells: string[]): string => `| ${cells.map(cell).join(' | ')} |`;

/**
 * The data dictionary: every field of every answer with its unit, formula, null rule, events and version, and every
 * field of every row.
 * @param questions the schema of the resolvers
 * @param rows the schema of the entities
 */
export function dictionaryPage(questions: GraphQLSchema, rows: GraphQLSchema): string {
  return [
    '# Data dictionary',
    '',
    'Generated from the schema and from `src/dictionary` by `npm run dictionary`. Amounts are whole numbers of the unit named. Rates are computed with 50 digits and rounded half-even to 18 places; fractions are decimal (0.1185 is 11.85 %). A null field has its reason in `reasons` of the same object, but where no reason stands before what it is null of.',
    '',
    '## Questions',
    '',
    row('question', 'what it answers', 'answer'),
    row('---', '---', '---'),
    ...Object.values(questions.getQueryType()?.getFields() ?? {}).map(({name, args, type, description}) =>
      row(`\`${name}(${args.map((arg) => arg.name).join(', ')})\``, description ?? '', `\`${type.toString()}\``),
    ),
    '',
    '## Answers',
    ...answerTypes(questions).flatMap(answerSection),
    '',
    '## Rows',
    ...entityTypes(rows).flatMap(entitySection),
    '',
  ].join('\n');
}

function answerSection(type: GraphQLObjectType): string[] {
  const definition = typeDefinition(type.name);
  const version = definition?.metric == null ? '' : ` Version ${METHODOLOGY[definition.metric]}.`;
  const events =
    definition === undefined || definition.events.length === 0 ? '' : ` Events: ${definition.events.join(', ')}.`;
  return [
    '',
    `### ${type.name}`,
    '',
    `${sentence(type.description)}${version}${events}`.trim(),
    '',
    row('field', 'type', 'unit', 'what it is', 'null when'),
    row('---', '---', '---', '---', '---'),
    ...Object.values(type.getFields()).map((field) => answerRow(type.name, field)),
  ];
}

function answerRow(type: string, field: GraphQLField<unknown, unknown>): string {
  const definition = fieldDefinition(type, field.name);
  const nulls = Object.entries(definition?.nulls ?? {}).map(([reason, when]) =>
    reason === '-' ? when : `${reason}: ${when}`,
  );
  const what = [field.description, definition?.formula]
    .filter(Boolean)
    .map((text) => sentence(text))
    .join(' ');
  return row(`\`${field.name}\``, `\`${field.type.toString()}\``, definition?.unit ?? '', what, nulls.join('; '));
}

const entitySection = (type: GraphQLObjectType): string[] => [
  '',
  `### ${type.name}`,
  '',
  sentence(type.description),
  '',
  row('field', 'type', 'what it is'),
  row('---', '---', '---'),
  ...Object.values(type.getFields()).map((field) =>
    row(`\`${field.name}\``, `\`${field.type.toString()}\``, sentence(entityField(field))),
  ),
];

/** What a row's field is: its own description, or what a field of that name is in every row. */
export const entityField = ({name, description}: {name: string; description?: string | null}): string =>
  description ?? (Object.hasOwn(ROW_FIELDS, name) ? ROW_FIELDS[name] : COMMON[name]?.formula) ?? '';

/** A sentence; a first word that is a name, like sAID or bytes32, is spelt as it is. */
function sentence(text: string | null | undefined): string {
  if (text == null || text === '') return '';
  const begun = /^[a-z]+(?!\w)/.test(text) ? `${text.charAt(0).toUpperCase()}${text.slice(1)}` : text;
  return `${begun}${/[.!?]$/.test(text) ? '' : '.'}`;
}
