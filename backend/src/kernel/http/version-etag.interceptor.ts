import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { Response } from 'express';
import { tap, type Observable } from 'rxjs';

/** An answer with a `version` carries it as ETag too. */
@Injectable()
export class VersionEtagInterceptor implements NestInterceptor {
  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      tap((body: unknown) => {
        if (typeof body !== 'object' || body === null || !('version' in body)) return;
        const { version } = body;
        if (!Number.isInteger(version)) return;
        execution
          .switchToHttp()
          .getResponse<Response>()
          .setHeader('ETag', `"${String(version)}"`);
      }),
    );
  }
}
