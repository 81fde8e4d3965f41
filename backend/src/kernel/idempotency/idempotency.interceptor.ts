import {
  Injectable,
  Logger,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { Response } from 'express';
import { catchError, type Observable } from 'rxjs';
import type { RequestContext } from '../access/request-context';
import type { KernelRequest } from '../http/request-facts';
import { ProblemError } from '../problems/problem-error';
import { CreatingRequest, KeyTakenError } from './creating-request';
import { checkedKey } from './idempotency-key';
import { KeptAnswers } from './kept-answers';
import { RepeatedAnswer } from './repeated-answer';
import { isAnswerSecret } from './secret-answer';

/**
 * Every POST of a signed-in person may carry a key; the work of a key is done once, and whoever repeats it gets the
 * first answer. No route has to ask for it. Where there is no key nothing is looked up.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  private readonly logger = new Logger('idempotency');

  constructor(private readonly answers: KeptAnswers) {}

  intercept(
    execution: ExecutionContext,
    next: CallHandler,
  ): Observable<unknown> | Promise<Observable<unknown>> {
    const request = execution.switchToHttp().getRequest<KernelRequest>();
    const { context } = request;
    if (request.method !== 'POST' || context === undefined) return next.handle();
    const key = checkedKey(request.header('idempotency-key'));
    if (key === null) return next.handle();
    const creating = CreatingRequest.of(request, context.userId, key);
    return this.once(creating, context, next, execution);
  }

  private async once(
    creating: CreatingRequest,
    context: RequestContext,
    next: CallHandler,
    execution: ExecutionContext,
  ): Promise<Observable<unknown>> {
    const known = await this.answers.find(creating, context.signal);
    if (known !== null) throw new RepeatedAnswer(known);
    const response = execution.switchToHttp().getResponse<Response>();
    this.keepBeforeSending(creating, response, isAnswerSecret(execution));
    return creating
      .run(() => next.handle())
      .pipe(catchError((error: unknown) => this.failed(creating, context, error)));
  }

  /** Every way of answering ends in `send`; what fails to be kept is answered all the same. */
  private keepBeforeSending(
    creating: CreatingRequest,
    response: Response,
    isSecret: boolean,
  ): void {
    const send = response.send.bind(response);
    response.send = (body?: unknown) => {
      response.send = send;
      const { statusCode: status } = response;
      if (!creating.isTaken || status >= 400) return send(body);
      const etag = response.get('ETag') ?? null;
      this.answers
        .keep(creating, { status, etag, body: isSecret ? null : bytesOf(body) })
        .catch((error: unknown) => this.logger.warn({ err: error }, 'an answer was not kept'))
        .finally(() => send(body));
      return response;
    };
  }

  /**
   * A refusal gives the key back. After a fault of ours something may be stored, and the key stays taken: better to say
   * so than to do it twice. Where another request was faster, its answer counts and not what this one stumbled over.
   */
  private async failed(
    creating: CreatingRequest,
    context: RequestContext,
    error: unknown,
  ): Promise<never> {
    if (creating.isTaken) {
      const isRefused = error instanceof ProblemError && error.status < 500;
      await (isRefused ? this.answers.forget(creating) : this.answers.keepUnknown(creating));
      throw error;
    }
    const first = await this.answers.find(creating, context.signal);
    if (first !== null) throw new RepeatedAnswer(first);
    // The faster one failed; this one is free to be sent again.
    if (error instanceof KeyTakenError) throw new ProblemError('busy', { seconds: 1 });
    throw error;
  }
}

function bytesOf(body: unknown): Buffer {
  if (Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === 'string' ? body : '');
}
