import { isWritten } from '@liangxing/contracts';
import { ValidateBy } from 'class-validator';

/** A text in which something can be seen; its problem is `required`. `IsNotEmpty()` alone lets blanks through. */
export function IsWritten(): PropertyDecorator {
  const validate = (value: unknown): boolean => typeof value === 'string' && isWritten(value);
  return ValidateBy({ name: 'required', validator: { validate } });
}
