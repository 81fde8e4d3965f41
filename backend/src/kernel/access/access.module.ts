import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { DenyByDefaultGuard } from './deny-by-default.guard';

@Global()
@Module({
  imports: [PassportModule.register({ session: false })],
  providers: [{ provide: APP_GUARD, useClass: DenyByDefaultGuard }],
  exports: [PassportModule],
})
export class AccessModule {}
