import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { join } from 'node:path';
import { AppModule } from './app.module';
import { loadConfig, type Program } from './config/config';
import { loadBody } from './sample/load-body';
import { loadConsultancy } from './sample/load-consultancy';
import { loadSample } from './sample/load-sample';
import { start } from './start';

const applicationOf = (program: Program) =>
  NestFactory.createApplicationContext(AppModule.with(loadConfig(program, process.env)), {
    logger: ['error'],
    abortOnError: false,
  });

/** Loads the sample enterprise, the consultancy of which it is a client and the body to which it applies, marked 示例. Running it again changes nothing. */
start(async () => {
  const app = await applicationOf('main');
  const worker = await applicationOf('worker');
  try {
    const folder = join(import.meta.dirname, '..', 'samples');
    const targets = { app, worker, folder };
    const isLoaded = await loadSample(targets);
    const hasClients = await loadConsultancy(targets);
    const hasCases = await loadBody(targets);
    process.stdout.write(
      isLoaded || hasClients || hasCases ? 'sample loaded\n' : 'already there\n',
    );
  } finally {
    await Promise.all([app.close(), worker.close()]);
  }
});
