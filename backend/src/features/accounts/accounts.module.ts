import { Global, Module } from '@nestjs/common';
import { Identities } from '../../kernel';
import { CachedIdentities } from './cached-identities';
import { SessionsRepository } from './sessions.repository';

@Global()
@Module({
  providers: [
    SessionsRepository,
    CachedIdentities,
    { provide: Identities, useExisting: CachedIdentities },
  ],
  exports: [Identities, CachedIdentities],
})
export class AccountsModule {}
