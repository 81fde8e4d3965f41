import { OrganizationDueDateEntity } from './organization-due-date.entity';
import { OrganizationFigureMonthEntity } from './organization-figure-month.entity';
import { OrganizationFiguresEntity } from './organization-figures.entity';
import { PortfolioViewsEntity } from './portfolio-views.entity';

/** The tables of this room. */
export const PORTFOLIO_ENTITIES = [
  OrganizationDueDateEntity,
  OrganizationFigureMonthEntity,
  OrganizationFiguresEntity,
  PortfolioViewsEntity,
];
