import { AuditEventEntity } from './audit-event.entity';
import { AuditSealEntity } from './audit-seal.entity';
import { AuditSealedEventEntity } from './audit-sealed-event.entity';
import { PlatformEventEntity } from './platform-event.entity';
import { PlatformSealEntity } from './platform-seal.entity';
import { PlatformSealedEventEntity } from './platform-sealed-event.entity';

/** The tables of this room. */
export const AUDIT_ENTITIES = [
  AuditEventEntity,
  AuditSealEntity,
  AuditSealedEventEntity,
  PlatformEventEntity,
  PlatformSealEntity,
  PlatformSealedEventEntity,
];
