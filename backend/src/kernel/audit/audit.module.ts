import { Global, Module } from '@nestjs/common';
import { Audit } from './audit';
import { NoteSeals } from './note-seals';
import { SealAudit } from './seal-audit';

@Global()
@Module({ providers: [Audit, SealAudit, NoteSeals], exports: [Audit] })
export class AuditModule {}
