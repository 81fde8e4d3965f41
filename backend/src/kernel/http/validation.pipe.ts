import { ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { problemOfValidation } from '../problems/field-problems';
import { validationFailed } from '../problems/problem-error';
import { brokenTexts } from './whole-text';

/** No page asks by more; `?a&b&c…` has room for thousands. */
const MOST_QUERY_FIELDS = 50;
const plainTypes: readonly unknown[] = [String, Number, Boolean, Array, Object, undefined];

/** Texts first: what no column can hold is refused before any rule looks at it. */
class RequestPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { type, data, metatype } = metadata;
    if (type !== 'custom') {
      if (type === 'query' && countOf(value) > MOST_QUERY_FIELDS)
        throw validationFailed({
          path: '',
          code: 'too_many',
          parameters: { n: MOST_QUERY_FIELDS },
        });
      // A list in the place of a DTO would pass: its entries are checked, not what they stand for.
      if (type === 'body' && Array.isArray(value) && !plainTypes.includes(metatype))
        throw validationFailed({ path: '', code: 'not_object' });
      const broken = brokenTexts(value, data);
      if (broken.length > 0) throw validationFailed(...broken);
    }
    return super.transform(value, metadata);
  }
}

function countOf(value: unknown): number {
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
}

/** Checks bodies and queries against their DTO; a field that no DTO knows is an error. */
export function validationPipe(): ValidationPipe {
  return new RequestPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    validationError: { target: false, value: true },
    exceptionFactory: problemOfValidation,
  });
}
