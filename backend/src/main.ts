import 'reflect-metadata';
import { loadConfig } from './config/config';
import { createHttpApplication } from './http-application';
import { start } from './start';

/** The HTTP server. */
start(async () => {
  const config = loadConfig('main', process.env);
  const app = await createHttpApplication(config);
  await app.listen(config.port, config.host);
});
