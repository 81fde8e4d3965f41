import type { Type } from '@nestjs/common';
import { PartialType } from '@nestjs/swagger';
import { ValidateIf } from 'class-validator';

/**
 * The field may be left out. Null is not "left out": it is refused, unless `@Nullable()` gives it a meaning.
 * (class-validator's own IsOptional lets null through to columns that cannot hold it.)
 */
export function Optional(): PropertyDecorator {
  return ValidateIf((_, value) => value !== undefined);
}

/** Null is a value of the field: there is none. The field must be sent, unless it is `@Optional()` too. */
export function Nullable(): PropertyDecorator {
  return ValidateIf((_, value) => value !== null);
}

/** The same fields, each of which may be left out; null stays what it was to each of them. */
export function PartialOf<Dto>(dto: Type<Dto>): Type<Partial<Dto>> {
  return PartialType(dto, { skipNullProperties: false });
}
