import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { loadConfig } from './config/config';
import { createHttpApplication } from './http-application';
import { warmConnections } from './kernel/database/warm-connections';
import { start } from './start';

/** The HTTP server. */
start(async () => {
  const config = loadConfig('main', process.env);
  const app = await createHttpApplication(config);
  await app.init();
  await warmConnections(app.get(DataSource), config.databasePoolSize);
  await app.listen(config.port, config.host);
});
