import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A line of the trail and the seal that covers it. */
@Entity('audit_sealed_events')
@ForeignKey('audit_events', ['organizationId', 'eventId'], ['organizationId', 'id'])
@ForeignKey('audit_seals', ['organizationId', 'sealNumber'], ['organizationId', 'number'])
export class AuditSealedEventEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('bigint') eventId!: string;

  @Column('integer') sealNumber!: number;
}
