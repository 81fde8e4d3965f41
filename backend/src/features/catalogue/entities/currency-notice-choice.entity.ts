import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Whether a person wants such mails. */
@Entity('currency_notice_choices')
@ForeignKey('organizations', ['organizationId'], ['id'])
@ForeignKey('users', ['userId'], ['id'], { onDelete: 'CASCADE' })
export class CurrencyNoticeChoiceEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') userId!: string;

  @Column('boolean') wantsMail!: boolean;
}
