import {buildSchema, type GraphQLSchema} from 'graphql';

const SCALARS = 'scalar BigInt scalar DateTime scalar JSON scalar BigDecimal scalar Bytes type Query { _: Int }';

/** schema.graphql as a schema; its directives belong to the code generator and are left unchecked. */
export const entitySchema = (sdl: string): GraphQLSchema => buildSchema(`${SCALARS}\n${sdl}`, {assumeValidSDL: true});
