import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import { loadConfig } from './config/config';
import { JobWorker } from './kernel/jobs/job-worker';
import { stepBack } from './kernel/threads/step-back';
import { start } from './start';

/** Background jobs; no port is opened. */
start(async () => {
  stepBack();
  const config = loadConfig('worker', process.env);
  const app = await NestFactory.createApplicationContext(AppModule.with(config), {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  app.enableShutdownHooks();
  await app.get(JobWorker).start();
});
