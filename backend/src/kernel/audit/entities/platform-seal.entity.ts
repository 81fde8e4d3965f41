import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A seal over lines of the platform's trail, chained to the one before. */
@Entity('platform_seals')
export class PlatformSealEntity {
  @PrimaryColumn('text') part!: string;

  @PrimaryColumn('integer') number!: number;

  @Column('timestamptz') sealedAt!: Date;

  @Column('integer') events!: number;

  @Column('text') previousSha256!: string;

  @Column('text') sha256!: string;
}
