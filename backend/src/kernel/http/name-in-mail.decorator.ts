import { hasLink } from '@liangxing/contracts';
import { ValidateBy } from 'class-validator';

/** A name that mails to others carry: it leads nowhere. */
export function NameInMail(): PropertyDecorator {
  return ValidateBy({
    name: 'has_link',
    validator: { validate: (value: unknown) => typeof value !== 'string' || !hasLink(value) },
  });
}
