import { Global, Injectable, Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Config } from '../../config/config';
import { dataSourceOptions } from './data-source';
import { PlatformDatabase } from './platform-database';
import { assertSafeRole } from './role-check';
import { TenantDatabase } from './tenant-database';

/** The server cannot be reached or refuses us; says where the cause is to be looked for, not the address. */
export class DatabaseUnreachableError extends Error {
  constructor(variable: string, cause: unknown) {
    const reason = cause instanceof Error ? ('code' in cause ? cause.code : cause.name) : 'unknown';
    super(
      `The database cannot be reached (${String(reason)}). ` +
        `Is PostgreSQL running, and does ${variable} hold the right address, role and password?`,
      { cause },
    );
  }
}

/** Connects when the application starts, not when it is put together: the API description needs no database. */
@Injectable()
class DatabaseStart implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
  ) {}

  async onModuleInit(): Promise<void> {
    if (this.dataSource.isInitialized) return;
    const { program, databaseDirectUrl } = this.config;
    const variable = program === 'worker' ? 'DATABASE_JOBS_URL' : 'DATABASE_APP_URL';
    await this.dataSource.initialize().catch(unreachable(variable));
    await assertSafeRole((sql) => this.dataSource.query(sql), variable);
    if (databaseDirectUrl !== '') await checkDirect(databaseDirectUrl);
  }
}

/** The way past a pooler, by which a server listens and a worker queues. */
async function checkDirect(connectionString: string): Promise<void> {
  const variable = 'DATABASE_DIRECT_URL';
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  await client.connect().catch(unreachable(variable));
  try {
    await assertSafeRole(async (sql) => (await client.query(sql)).rows, variable);
  } finally {
    await client.end();
  }
}

function unreachable(variable: string): (error: unknown) => never {
  return (error) => {
    throw new DatabaseUnreachableError(variable, error);
  };
}

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        ...dataSourceOptions(config),
        autoLoadEntities: true,
        manualInitialization: true,
      }),
    }),
  ],
  providers: [DatabaseStart, TenantDatabase, PlatformDatabase],
  exports: [TenantDatabase, PlatformDatabase, DatabaseStart],
})
export class DatabaseModule {}
