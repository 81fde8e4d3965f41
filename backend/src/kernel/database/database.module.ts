import { Global, Injectable, Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
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
    const variable = this.config.program === 'worker' ? 'DATABASE_JOBS_URL' : 'DATABASE_APP_URL';
    await this.dataSource.initialize().catch((error: unknown) => {
      throw new DatabaseUnreachableError(variable, error);
    });
    await assertSafeRole(this.dataSource.manager);
  }
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
