import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Which member a name in a line of a list means. */
@Entity('record_accounts')
@ForeignKey('records', ['organizationId', 'recordId'], ['organizationId', 'id'], {
  onDelete: 'CASCADE',
})
@ForeignKey('memberships', ['organizationId', 'userId'], ['organizationId', 'userId'], {
  onDelete: 'CASCADE',
})
export class RecordAccountEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') recordId!: string;

  /** Id of a field that names one person. */
  @PrimaryColumn('text') place!: string;

  @Column('uuid') userId!: string;
}
