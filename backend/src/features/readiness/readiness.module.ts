import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments';
import { SystemsModule } from '../systems';
import { ReadinessController } from './readiness.controller';
import { ReadinessRepository } from './readiness.repository';
import { ScoredAssessments } from './scored-assessments';

@Module({
  imports: [AssessmentsModule, SystemsModule],
  controllers: [ReadinessController],
  providers: [ReadinessRepository, ScoredAssessments],
  exports: [ScoredAssessments],
})
export class ReadinessModule {}
