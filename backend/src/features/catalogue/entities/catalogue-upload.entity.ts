import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RowProblem } from '../import/read-catalogue-table';
import type { UploadReading, UploadState } from '../maintenance/upload';

/** A file that a maintainer of the catalogue brought. */
@Entity('catalogue_uploads')
export class CatalogueUploadEntity {
  @PrimaryColumn('uuid') id!: string;

  @Column('text') fileName!: string;

  @Column('text') source!: string;

  @Column('date') checkedOn!: string;

  @Column('text') state!: UploadState;

  @Column('bytea', { nullable: true }) bytes!: Buffer | null;

  @Column('jsonb') reading!: UploadReading;

  @Column('integer') rows!: number;

  @Column('integer') inserted!: number;

  @Column('integer') changed!: number;

  @Column('integer') unchanged!: number;

  @Column('integer') refused!: number;

  @Column('integer') rowsDone!: number;

  @Column('jsonb') problems!: RowProblem[];

  @Column('timestamptz') createdAt!: Date;

  @Column('text') createdByName!: string;

  @Column('timestamptz', { nullable: true }) finishedAt!: Date | null;
}
