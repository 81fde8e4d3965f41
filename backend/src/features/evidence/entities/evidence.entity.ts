import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A file of the library of evidence. */
@Entity('evidence')
@ForeignKey('organizations', ['organizationId'], ['id'])
export class EvidenceEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') id!: string;

  @Column('integer') version!: number;

  @Column('text') title!: string;

  @Column('date', { nullable: true }) periodFrom!: string | null;

  @Column('date', { nullable: true }) periodTo!: string | null;

  @Column('integer') currentRevision!: number;

  @Column('timestamptz') createdAt!: Date;

  @Column('date', { nullable: true }) validUntil!: string | null;
}
