import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Audit } from './audit';
import { NoteSeals } from './note-seals';
import { PlatformAudit } from './platform-audit';
import { SealAudit, SealPlatform } from './seal-audit';
import { AUDIT_ENTITIES } from './entities';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature(AUDIT_ENTITIES)],
  providers: [Audit, PlatformAudit, SealAudit, SealPlatform, NoteSeals],
  exports: [Audit, PlatformAudit],
})
export class AuditModule {}
