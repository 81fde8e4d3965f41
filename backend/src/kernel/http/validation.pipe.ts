import { ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { problemOfValidation } from '../problems/field-problems';
import { validationFailed } from '../problems/problem-error';
import { brokenTexts } from './whole-text';

/** Texts first: what no column can hold is refused before any rule looks at it. */
class RequestPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type !== 'custom') {
      const broken = brokenTexts(value);
      if (broken.length > 0) throw validationFailed(...broken);
    }
    return super.transform(value, metadata);
  }
}

/** Checks bodies and queries against their DTO; a field that no DTO knows is an error. */
export function validationPipe(): ValidationPipe {
  return new RequestPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    validationError: { target: false, value: false },
    exceptionFactory: problemOfValidation,
  });
}
