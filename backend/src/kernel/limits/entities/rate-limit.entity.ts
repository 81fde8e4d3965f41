import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How much of a limit is used up. */
@Entity('rate_limits')
export class RateLimitEntity {
  @PrimaryColumn('varchar') key!: string;

  @Column('integer') points!: number;

  @Column('bigint', { nullable: true }) expire!: string | null;
}
