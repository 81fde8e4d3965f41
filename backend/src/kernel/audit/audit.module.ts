import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Audit } from './audit';
import { NoteSeals } from './note-seals';
import { SealAudit } from './seal-audit';
import { AUDIT_ENTITIES } from './entities';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature(AUDIT_ENTITIES)],
  providers: [Audit, SealAudit, NoteSeals],
  exports: [Audit],
})
export class AuditModule {}
