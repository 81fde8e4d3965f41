import { Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR } from '@nestjs/core';
import { ForgetAnswers } from './forget-answers';
import { IdempotencyInterceptor } from './idempotency.interceptor';
import { KeptAnswers } from './kept-answers';
import { RepeatedAnswerFilter } from './repeated-answer';

@Module({
  providers: [
    KeptAnswers,
    ForgetAnswers,
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_FILTER, useClass: RepeatedAnswerFilter },
  ],
})
export class IdempotencyModule {}
