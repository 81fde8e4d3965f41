import { isEmail, ValidateBy } from 'class-validator';

export function IsEmailOrEmpty(): PropertyDecorator {
  return ValidateBy({
    name: 'not_email',
    validator: { validate: (value: unknown) => value === '' || isEmail(value) },
  });
}
