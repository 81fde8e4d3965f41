import type { Type } from '@nestjs/common';
import { ApiProperty, PartialType } from '@nestjs/swagger';
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

/** The same as it is answered: what a request may leave out is always there. */
export function Answered<Dto extends object>(dto: Type<Dto>): Type<Dto> {
  class AnsweredDto extends (dto as Type<object>) {}
  const names = Reflect.getMetadata('swagger/apiModelPropertiesArray', dto.prototype) as string[];
  for (const name of names.map((one) => one.slice(1))) {
    const told = Reflect.getMetadata('swagger/apiModelProperties', dto.prototype, name) as object;
    ApiProperty({ ...told, required: true })(AnsweredDto.prototype, name);
  }
  return AnsweredDto as Type<Dto>;
}
