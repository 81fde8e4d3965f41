import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { randomUUID } from 'node:crypto';
import { correlationIdOf, languageOf, publicPath, type KernelRequest } from '../http/request-facts';
import { problemDocument } from './problem-document';
import { problemOf } from './problem-of';

/** Every failure leaves as application/problem+json with a stable code. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<Request>(), http.getResponse<Response>());
  }

  answer(error: unknown, request: Request, response: Response): void {
    // Whoever asked has gone; work that was ended for it is no failure.
    if (response.destroyed) return;
    const { context } = request as KernelRequest;
    const problem = problemOf(error, {
      isByGrant: Boolean(context?.grant),
      isByToken: context?.accessToken !== undefined,
    });
    const correlationId = correlationIdOf(request);
    const errorId = problem.status >= 500 ? randomUUID() : undefined;
    if (errorId !== undefined)
      this.logger.error({ errorId, correlationId, code: problem.code, err: error }, problem.code);
    if (response.headersSent) {
      response.destroy(error instanceof Error ? error : undefined);
      return;
    }
    const document = problemDocument(problem, {
      language: languageOf(request),
      instance: publicPath(request),
      correlationId,
      ...(errorId === undefined ? {} : { errorId }),
    });
    const { seconds } = problem.parameters;
    if (seconds !== undefined) response.setHeader('Retry-After', String(seconds));
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(document));
  }
}
