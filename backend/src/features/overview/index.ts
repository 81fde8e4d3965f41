export { OverviewModule } from './overview.module';
export { ReadOverview, type ScoredOverview } from './use-cases/read-overview';
