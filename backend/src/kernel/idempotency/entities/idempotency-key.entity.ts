import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** An answer that is given again to who asks twice. */
@Entity('idempotency_keys')
@ForeignKey('users', ['userId'], ['id'], { onDelete: 'CASCADE' })
export class IdempotencyKeyEntity {
  @PrimaryColumn('uuid') userId!: string;

  @PrimaryColumn('bytea') name!: Buffer;

  @Column('bytea') content!: Buffer;

  @Column('timestamptz') takenAt!: Date;

  @Column('smallint', { nullable: true }) status!: number | null;

  @Column('text', { nullable: true }) etag!: string | null;

  @Column('bytea', { nullable: true }) body!: Buffer | null;
}
