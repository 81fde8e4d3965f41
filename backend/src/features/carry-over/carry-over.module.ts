import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments';
import { EvidenceModule } from '../evidence';
import { ReadinessModule } from '../readiness';
import { CarryOver } from './use-cases/carry-over';
import { CarryOverController } from './carry-over.controller';

@Module({
  imports: [AssessmentsModule, EvidenceModule, ReadinessModule],
  controllers: [CarryOverController],
  providers: [CarryOver],
})
export class CarryOverModule {}
