import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Who of a consultancy works for which client; its owners enter every client without one. */
@Entity('client_assignments')
@ForeignKey('organizations', ['organizationId'], ['id'])
@ForeignKey('memberships', ['organizationId', 'userId'], ['organizationId', 'userId'], {
  onDelete: 'CASCADE',
})
export class ClientAssignmentEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') clientId!: string;

  @PrimaryColumn('uuid') userId!: string;

  @Column('timestamptz') assignedAt!: Date;
}
