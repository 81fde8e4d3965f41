import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { Config } from '../config/config';
import { AccessModule } from './access/access.module';
import { AuditModule } from './audit/audit.module';
import { DatabaseModule } from './database/database.module';
import { HealthController } from './health/health.controller';
import { ServerLife } from './http/server-life';
import { validationPipe } from './http/validation.pipe';
import { VersionEtagInterceptor } from './http/version-etag.interceptor';
import { IdempotencyModule } from './idempotency/idempotency.module';
import { JobsModule } from './jobs/jobs.module';
import { LimitsModule } from './limits/limits.module';
import { logging } from './logging';
import { MailModule } from './mail/mail.module';
import { ProblemFilter } from './problems/problem-filter';
import { QuotasModule } from './quotas/quotas.module';
import { StorageModule } from './storage/storage.module';
import { ThreadsModule } from './threads/threads.module';
import { TakeOut } from './take-out';
import { UploadsModule } from './uploads/uploads.module';

@Module({})
export class KernelModule {
  static with(config: Config): DynamicModule {
    return {
      module: KernelModule,
      global: true,
      imports: [
        logging(config),
        DatabaseModule,
        AccessModule,
        JobsModule,
        StorageModule,
        ThreadsModule,
        UploadsModule,
        AuditModule,
        MailModule,
        LimitsModule,
        QuotasModule,
        IdempotencyModule,
      ],
      controllers: [HealthController],
      providers: [
        ServerLife,
        TakeOut,
        { provide: Config, useValue: config },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: validationPipe },
        { provide: APP_INTERCEPTOR, useClass: VersionEtagInterceptor },
      ],
      exports: [Config, TakeOut],
    };
  }
}
