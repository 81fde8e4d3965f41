import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { APP_FILTER, APP_INTERCEPTOR } from '@nestjs/core';
import { ForgetAnswers } from './forget-answers';
import { IdempotencyInterceptor } from './idempotency.interceptor';
import { KeptAnswers } from './kept-answers';
import { RepeatedAnswerFilter } from './repeated-answer';
import { IDEMPOTENCY_ENTITIES } from './entities';

@Module({
  imports: [TypeOrmModule.forFeature(IDEMPOTENCY_ENTITIES)],
  providers: [
    KeptAnswers,
    ForgetAnswers,
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_FILTER, useClass: RepeatedAnswerFilter },
  ],
})
export class IdempotencyModule {}
