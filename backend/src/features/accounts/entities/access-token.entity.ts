import type { Area } from '@liangxing/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** By which a person's programs ask; the token itself is only with the person. */
@Entity('access_tokens')
@ForeignKey('users', ['userId'], ['id'], { onDelete: 'CASCADE' })
@Unique(['tokenHash'])
export class AccessTokenEntity {
  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') userId!: string;

  @Column('bytea') tokenHash!: Buffer;

  @Column('text') name!: string;

  @Column('text', { array: true }) readable!: Area[];

  @Column('text', { array: true }) writable!: Area[];

  /** The only organization whose data it opens. */
  @Column('uuid', { nullable: true }) limitedTo!: string | null;

  @Column('timestamptz') createdAt!: Date;

  @Column('timestamptz') expiresAt!: Date;

  /** Day of China. */
  @Column('date', { nullable: true }) lastUsedOn!: string | null;

  @Column('text') lastNetwork!: string;
}
