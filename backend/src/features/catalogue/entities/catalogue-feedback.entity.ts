import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { FeedbackState } from '../maintenance/feedback';

/** What an organization says of a fact of the catalogue. */
@Entity('catalogue_feedback')
@ForeignKey('organizations', ['organizationId'], ['id'])
export class CatalogueFeedbackEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') id!: string;

  @Column('text') identityKey!: string;

  @Column('text') number!: string;

  @Column('text') message!: string;

  @Column('text') source!: string;

  @Column('uuid') userId!: string;

  @Column('text') userName!: string;

  @Column('timestamptz') createdAt!: Date;

  @Column('timestamptz', { nullable: true }) mailedAt!: Date | null;

  @Column('text') state!: FeedbackState;

  @Column('text') answer!: string;

  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;

  @Column('text', { nullable: true }) answeredByName!: string | null;
}
