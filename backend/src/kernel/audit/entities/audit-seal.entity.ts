import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A seal over lines of the trail, chained to the one before. */
@Entity('audit_seals')
@ForeignKey('organizations', ['organizationId'], ['id'])
export class AuditSealEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('integer') number!: number;

  @Column('timestamptz') sealedAt!: Date;

  @Column('integer') events!: number;

  @Column('text') previousSha256!: string;

  @Column('text') sha256!: string;
}
