import { Global, Module } from '@nestjs/common';
import { Audit } from './audit';
import { SealAudit } from './seal-audit';

@Global()
@Module({ providers: [Audit, SealAudit], exports: [Audit] })
export class AuditModule {}
