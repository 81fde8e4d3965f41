import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { Config } from '../../config/config';
import { DenyByDefaultGuard } from './deny-by-default.guard';
import { Identities } from './identity';
import { SessionStrategy } from './session.strategy';

@Global()
@Module({
  imports: [PassportModule.register({ session: false })],
  providers: [
    {
      // Passport's strategies belong to the whole process; only the HTTP server may set them.
      provide: SessionStrategy,
      inject: [Config, Identities],
      useFactory: (config: Config, identities: Identities) =>
        config.program === 'main' ? new SessionStrategy(identities) : null,
    },
    { provide: APP_GUARD, useClass: DenyByDefaultGuard },
  ],
  exports: [PassportModule],
})
export class AccessModule {}
