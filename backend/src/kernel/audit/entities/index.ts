import { AuditEventEntity } from './audit-event.entity';
import { AuditSealEntity } from './audit-seal.entity';
import { AuditSealedEventEntity } from './audit-sealed-event.entity';

/** The tables of this room. */
export const AUDIT_ENTITIES = [AuditEventEntity, AuditSealEntity, AuditSealedEventEntity];
