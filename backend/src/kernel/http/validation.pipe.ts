import { ValidationPipe } from '@nestjs/common';
import { problemOfValidation } from '../problems/field-problems';

/** Checks bodies and queries against their DTO; a field that no DTO knows is an error. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    validationError: { target: false, value: false },
    exceptionFactory: problemOfValidation,
  });
}
