import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A complaint that reached the body. */
@Entity('complaints')
@ForeignKey('organizations', ['organizationId'], ['id'])
export class ComplaintEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') id!: string;

  @Column('integer') version!: number;

  @Column('date') receivedOn!: string;

  @Column('text') fromName!: string;

  @Column('text') about!: string;

  @Column('text') text!: string;

  @Column('text') recordedByName!: string;

  @Column('date', { nullable: true }) answeredOn!: string | null;

  @Column('text') answer!: string;

  @Column('text') answeredByName!: string;
}
