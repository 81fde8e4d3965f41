import type { DynamicModule } from '@nestjs/common';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LoggerModule } from 'nestjs-pino';
import type { Config } from '../config/config';
import { correlationIdOf, publicPath, type KernelRequest } from './http/request-facts';

/** One JSON line per request and event. Neither headers nor bodies nor query strings are written: they hold secrets. */
export function logging(config: Pick<Config, 'logLevel' | 'program'>): DynamicModule {
  return LoggerModule.forRoot({
    pinoHttp: {
      level: config.logLevel,
      base: { program: config.program },
      genReqId: correlationIdOf,
      quietReqLogger: true,
      customAttributeKeys: { reqId: 'correlationId' },
      autoLogging: { ignore: (request) => request.url?.startsWith('/api/health') ?? false },
      customProps: (request) => {
        const { context } = request as KernelRequest;
        return context ? { userId: context.userId, organizationId: context.organizationId } : {};
      },
      serializers: {
        req: (request: { raw: IncomingMessage }) => ({
          method: request.raw.method,
          path: publicPath(request.raw),
        }),
        res: (response: { raw: ServerResponse }) => ({ status: response.raw.statusCode }),
      },
    },
  });
}
