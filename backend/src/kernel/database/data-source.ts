import pg from 'pg';
import type { DataSourceOptions } from 'typeorm';
import type { Config } from '../../config/config';
import { MIGRATIONS } from '../../migrations';
import { SnakeCaseNaming } from './snake-case-naming';
import { UnpreparedClient } from './unprepared-client';

/** How TypeORM reaches the database; entities come from the features (`TypeOrmModule.forFeature`). */
export function dataSourceOptions(
  config: Pick<Config, 'databaseUrl' | 'databasePoolSize' | 'program'> &
    Partial<Pick<Config, 'databaseDirectUrl'>>,
): DataSourceOptions {
  return {
    type: 'postgres',
    driver: pg,
    url: config.databaseUrl,
    applicationName: `liangxing ${config.program}`,
    poolSize: config.databasePoolSize,
    connectTimeoutMS: 10_000,
    namingStrategy: new SnakeCaseNaming(),
    synchronize: false,
    migrationsRun: false,
    logging: false,
    migrations: config.program === 'migrate' ? MIGRATIONS : [],
    migrationsTableName: 'schema_migrations',
    extra: {
      // Behind a pooler of transactions the next statement may come to a connection that knows none of the former.
      // It takes no settings at the start either: there its roles have these limits.
      ...(config.databaseDirectUrl
        ? { Client: UnpreparedClient }
        : { statement_timeout: 60_000, idle_in_transaction_session_timeout: 60_000 }),
      // A new connection knows no table yet: whoever comes after a quiet minute should not be the one to teach it.
      idleTimeoutMillis: 600_000,
      maxLifetimeSeconds: 3_600,
    },
  };
}
