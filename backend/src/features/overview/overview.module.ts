import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments';
import { OrganizationsModule } from '../organizations';
import { OverviewController } from './overview.controller';
import { OverviewRepository } from './overview.repository';
import { ReadOverview } from './read-overview';

@Module({
  imports: [AssessmentsModule, OrganizationsModule],
  controllers: [OverviewController],
  providers: [ReadOverview, OverviewRepository],
})
export class OverviewModule {}
