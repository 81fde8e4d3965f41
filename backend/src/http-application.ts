import { NestFactory } from '@nestjs/core';
import type { Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import type { Config } from './config/config';
import { compressed } from './kernel/http/compressed';
import {
  boundedAddress,
  correlationHeader,
  noStore,
  permissionsHeader,
} from './kernel/http/headers';
import { PlacedRoutes } from './kernel/http/placed-routes';
import { serveWebRoot } from './kernel/http/web-root';
import { contentSecurityPolicy } from './kernel/http/content-security-policy';

/** Puts the HTTP application together without connecting to anything; `init` or `listen` does that. */
export async function createHttpApplication(
  config: Config,
  more: readonly Type[] = [],
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.with(config, more),
    new PlacedRoutes(),
    { bufferLogs: true, abortOnError: false, bodyParser: false },
  );
  app.useLogger(app.get(Logger));
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.set('trust proxy', config.trustProxy);
  app.setGlobalPrefix('api');
  app.use(correlationHeader);
  app.use(helmet(contentSecurityPolicy(config)));
  app.use(compressed);
  app.use(permissionsHeader);
  app.use('/api', noStore, boundedAddress);
  serveWebRoot(app, config.webRoot);
  app.enableShutdownHooks();
  return app;
}
