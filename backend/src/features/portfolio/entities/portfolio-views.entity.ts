import type { SavedView } from '@liangxing/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The views that a person has saved in a consultancy. */
@Entity('portfolio_views')
@ForeignKey('memberships', ['organizationId', 'userId'], ['organizationId', 'userId'], {
  onDelete: 'CASCADE',
})
export class PortfolioViewsEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') userId!: string;

  @Column('integer') version!: number;

  @Column('jsonb') views!: readonly SavedView[];
}
