import type { Scheme } from '@liangxing/scheme';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A version of a shipped scheme. */
@Entity('scheme_versions')
export class SchemeVersionEntity {
  @PrimaryColumn('text') id!: string;

  @PrimaryColumn('text') version!: string;

  @Column('jsonb') document!: Scheme;

  @Column('text') sha256!: string;

  @Column('timestamptz') publishedAt!: Date;
}
