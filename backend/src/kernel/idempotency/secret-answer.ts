import { SetMetadata, type ExecutionContext } from '@nestjs/common';

const SECRET_ANSWER = 'liangxing:secret-answer';

/** The answer holds what is shown once: it is not kept, and a repetition with its key is told that it was done. */
export const SecretAnswer = (): MethodDecorator => SetMetadata(SECRET_ANSWER, true);

export function isAnswerSecret(execution: ExecutionContext): boolean {
  return Reflect.getMetadata(SECRET_ANSWER, execution.getHandler()) === true;
}
