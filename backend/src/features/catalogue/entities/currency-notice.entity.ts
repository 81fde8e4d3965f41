import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A mail about what has changed. */
@Entity('currency_notices')
@ForeignKey('currency_checks', ['organizationId', 'checkId'], ['organizationId', 'id'], {
  onDelete: 'CASCADE',
})
@ForeignKey('users', ['userId'], ['id'], { onDelete: 'CASCADE' })
export class CurrencyNoticeEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') checkId!: string;

  @PrimaryColumn('uuid') userId!: string;

  @Column('timestamptz') sentAt!: Date;
}
