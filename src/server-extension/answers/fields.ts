import {BigDecimalScalar, BigInteger, DateTime} from '@subsquid/graphql-server';
import {Field, Int} from 'type-graphql';

type Decorator = PropertyDecorator & MethodDecorator;

/** Plain properties: no middleware runs for them, which a history of thousands of points would feel. */
const field =
  (scalar: object, nullable: boolean) =>
  (description?: string): Decorator =>
    Field(() => scalar, {nullable, description, simple: true});

/** An amount in the token's smallest unit. */
export const Amount = field(BigInteger, false);
export const OptionalAmount = field(BigInteger, true);
/** A number that counts or names, of any size. */
export const WholeNumber = field(BigInteger, false);
/** A ratio, rate or price as a fraction: a decimal in plain notation. */
export const Rate = field(BigDecimalScalar, false);
export const OptionalRate = field(BigDecimalScalar, true);
export const Time = field(DateTime, false);
export const OptionalTime = field(DateTime, true);
export const Count = field(Int, false);
export const OptionalCount = field(Int, true);
export const Text = field(String, false);

/** A list of words. */
export const Texts = (description?: string): Decorator => Field(() => [String], {description, simple: true});

export const OptionalText = field(String, true);
export const Flag = field(Boolean, false);
export const OptionalFlag = field(Boolean, true);

/** A nested answer, or a list of them. */
export const Part = (type: () => object, description?: string): Decorator => Field(type, {description, simple: true});
export const OptionalPart = (type: () => object, description?: string): Decorator =>
  Field(type, {nullable: true, description, simple: true});
