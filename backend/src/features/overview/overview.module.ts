import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments';
import { ConditionsModule } from '../conditions';
import { EvidenceModule } from '../evidence';
import { OrganizationsModule } from '../organizations';
import { ReadinessModule } from '../readiness';
import { StandardsModule } from '../standards';
import { SystemsModule } from '../systems';
import { OverviewController } from './overview.controller';
import { OverviewRepository } from './overview.repository';
import { ReadOverview } from './use-cases/read-overview';

@Module({
  imports: [
    AssessmentsModule,
    ConditionsModule,
    EvidenceModule,
    OrganizationsModule,
    ReadinessModule,
    StandardsModule,
    SystemsModule,
  ],
  controllers: [OverviewController],
  providers: [ReadOverview, OverviewRepository],
  exports: [ReadOverview],
})
export class OverviewModule {}
