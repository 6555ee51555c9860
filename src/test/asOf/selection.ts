import {getNamedType, isListType, isNonNullType, isObjectType, type GraphQLField, type GraphQLSchema} from 'graphql';

type Field = GraphQLField<unknown, unknown>;

/** Fields that need arguments, with some. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  mintHeadroomByMode: '(bps: 1000, absolute: "5")',
  liquidityCoverage: '(freeSupplyBps: 2500)',
};

/** Whether a block can still be undone is not of the block but of how far an index has come. */
const OF_THE_HEAD: ReadonlySet<string> = new Set(['AsOf.finality']);

/**
 * Every field of what a question answers, down to the last part.
 * @throws Error for a field that needs an argument which is not given here
 */
export function selectionOf(schema: GraphQLSchema, question: string): string {
  const field = schema.getQueryType()?.getFields()[question];
  if (field === undefined) throw new Error(`There is no question ${question}.`);
  return fieldsOf(field);
}

function fieldsOf(field: Field): string {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields()).filter(({name}) => !OF_THE_HEAD.has(`${type.name}.${name}`));
  return `{${fields.map((one) => `${one.name}${argumentsOf(one)} ${fieldsOf(one)}`.trim()).join(' ')}}`;
}

function argumentsOf(field: Field): string {
  const given = ARGUMENTS[field.name];
  if (given !== undefined) return given;
  const needed = field.args.find(({type, defaultValue}) => isNonNullType(type) && defaultValue === undefined);
  if (needed !== undefined) throw new Error(`${field.name} needs ${needed.name}: give one in ARGUMENTS.`);
  return '';
}

/** Whether a question answers a list. */
export const isList = (field: Field): boolean => isListType(isNonNullType(field.type) ? field.type.ofType : field.type);
