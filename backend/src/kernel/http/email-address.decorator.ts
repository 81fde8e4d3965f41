import { applyDecorators } from '@nestjs/common';
import { normalEmail } from '@liangxing/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';

/** An e-mail address in a body: what the use case gets is its one way of writing. */
export function EmailAddress(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, format: 'email', maxLength: 254 }),
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? (normalEmail(value) ?? value) : value,
    ),
    ValidateBy({
      name: 'not_email',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && normalEmail(value) !== null,
      },
    }),
  );
}
