import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { Nullable, Optional } from './optional';

/** The member whom a printed name beside it means; null: a name alone. It may be left out unless it is `required`. */
export function AccountOfName({ required = false } = {}): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      ...{ type: String, format: 'uuid', nullable: true, required },
      description: 'The member whom the name means',
    }),
    ...(required ? [] : [Optional()]),
    Nullable(),
    IsUUID(),
  );
}
