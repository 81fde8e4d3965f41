import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import type { KeptAnswer } from './kept-answers';

/** Ends a request whose answer is known already. No failure, but the only way past the handler. */
export class RepeatedAnswer extends Error {
  override readonly name = 'RepeatedAnswer';

  constructor(readonly answer: KeptAnswer) {
    super('answered before');
  }
}

@Catch(RepeatedAnswer)
export class RepeatedAnswerFilter implements ExceptionFilter<RepeatedAnswer> {
  catch({ answer: { status, etag, body } }: RepeatedAnswer, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    // An upload that nobody needs is read to its end, or the browser would not hear the answer.
    http.getRequest<NodeJS.ReadableStream>().resume();
    const response = http.getResponse<Response>();
    response.status(status).set('Idempotency-Replayed', 'true');
    if (etag !== null) response.set('ETag', etag);
    if (body.length > 0) response.type('application/json');
    response.send(body.length > 0 ? body : undefined);
  }
}
