import { ValidateBy } from 'class-validator';

/** A text that holds more than blanks. */
export function IsWritten(): PropertyDecorator {
  const validate = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
  return ValidateBy({ name: 'required', validator: { validate } });
}
