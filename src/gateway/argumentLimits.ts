import {GraphQLError, Kind, visit, type DocumentNode, type ValueNode} from 'graphql';

/** Largest value of an argument that decides how many rows are read; each is at least 0. */
const LIMITS: Readonly<Record<string, number>> = {limit: 1000, first: 1000, offset: 10_000};

/**
 * Errors for arguments called limit, first or offset that are negative or too large, written out or in a variable.
 * The server's own budget of a response can be lifted by a negative nested limit.
 */
export function argumentErrors(document: DocumentNode, variables: Readonly<Record<string, unknown>>): GraphQLError[] {
  const errors: GraphQLError[] = [];
  const defaults = new Map<string, ValueNode>();
  visit(document, {
    VariableDefinition(node) {
      if (node.defaultValue !== undefined) defaults.set(node.variable.name.value, node.defaultValue);
    },
  });
  const given = (value: ValueNode): number | undefined => {
    if (value.kind === Kind.INT) return Number.parseInt(value.value, 10);
    if (value.kind !== Kind.VARIABLE) return undefined;
    const name = value.name.value;
    const passed = variables[name];
    if (typeof passed === 'number') return passed;
    const fallback = defaults.get(name);
    return passed === undefined && fallback?.kind === Kind.INT ? Number.parseInt(fallback.value, 10) : undefined;
  };
  visit(document, {
    Field(field) {
      for (const argument of field.arguments ?? []) {
        const name = argument.name.value;
        const most = Object.hasOwn(LIMITS, name) ? LIMITS[name] : undefined;
        const value = most === undefined ? undefined : given(argument.value);
        if (most === undefined || value === undefined || (value >= 0 && value <= most)) continue;
        const message = `${field.name.value}: ${name} is ${value}, but accepted is 0 to ${most}`;
        errors.push(new GraphQLError(message, argument, null, null, null, null, {code: 'BAD_USER_INPUT'}));
      }
    },
  });
  return errors.slice(0, 5);
}
