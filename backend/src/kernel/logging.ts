import type { DynamicModule } from '@nestjs/common';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LoggerModule } from 'nestjs-pino';
import type { Config } from '../config/config';
import { correlationIdOf, publicPath, type KernelRequest } from './http/request-facts';

/** What the line of a request says beside its correlation id, status and time. */
function factsOf(request: IncomingMessage): object {
  const { context } = request as KernelRequest;
  return {
    req: { method: request.method, path: publicPath(request) },
    ...(context ? { userId: context.userId, organizationId: context.organizationId } : {}),
  };
}

/**
 * One JSON line per request and event. Neither headers nor bodies nor query strings are written: they hold secrets.
 * Facts are put together when the line is written, not in loggers of their own: those cost more than the line.
 */
export function logging(config: Pick<Config, 'logLevel' | 'program'>): DynamicModule {
  return LoggerModule.forRoot({
    pinoHttp: {
      level: config.logLevel,
      base: { program: config.program },
      genReqId: correlationIdOf,
      quietReqLogger: true,
      quietResLogger: true,
      customAttributeKeys: { reqId: 'correlationId' },
      autoLogging: { ignore: (request) => publicPath(request).startsWith('/api/health') },
      customSuccessObject: (request, _, facts: object) => ({ ...factsOf(request), ...facts }),
      customErrorObject: (request, _, __, facts: object) => ({ ...factsOf(request), ...facts }),
      wrapSerializers: false,
      serializers: {
        // The raw request never belongs into a line, whoever hands it over.
        req: (request: IncomingMessage | { path: string }) =>
          'path' in request && !('headers' in request) ? request : undefined,
        res: (response: ServerResponse) => ({ status: response.statusCode }),
      },
    },
  });
}
