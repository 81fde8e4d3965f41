import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A line of the platform's trail and the seal that covers it. */
@Entity('platform_sealed_events')
@ForeignKey('platform_events', ['part', 'eventId'], ['part', 'id'])
@ForeignKey('platform_seals', ['part', 'sealNumber'], ['part', 'number'])
export class PlatformSealedEventEntity {
  @PrimaryColumn('text') part!: string;

  @PrimaryColumn('bigint') eventId!: string;

  @Column('integer') sealNumber!: number;
}
