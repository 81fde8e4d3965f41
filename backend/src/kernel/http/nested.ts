import { applyDecorators, type Type } from '@nestjs/common';
import { Type as MadeOf } from 'class-transformer';
import { IsArray, IsDefined, ValidateBy, ValidateNested } from 'class-validator';

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is missing or no list has its own problem; this one is about what stands in its place. */
const areObjects = (value: unknown): boolean => !Array.isArray(value) || value.every(isObject);

/**
 * The field is one object of a DTO. A list is none: class-validator alone checks its entries in the place of the
 * object, so that `[]` passes whatever the DTO asks for.
 */
export function Nested(dto: () => Type): PropertyDecorator {
  return applyDecorators(
    IsDefined(),
    ValidateBy({ name: 'not_object', validator: { validate: isObject } }),
    ValidateNested(),
    MadeOf(dto),
  );
}

/** The field is a list of objects of a DTO; null and lists are no such entries. */
export function NestedList(dto: () => Type): PropertyDecorator {
  return applyDecorators(
    IsArray(),
    ValidateBy({ name: 'not_object', validator: { validate: areObjects } }),
    ValidateNested({ each: true }),
    MadeOf(dto),
  );
}
