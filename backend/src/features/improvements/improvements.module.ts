import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments';
import { CorrectiveActionsController } from './corrective-actions.controller';
import { CorrectiveActionsRepository } from './corrective-actions.repository';
import { ExportActions } from './export-actions';
import { WriteActions } from './write-actions';

@Module({
  imports: [AssessmentsModule],
  controllers: [CorrectiveActionsController],
  providers: [CorrectiveActionsRepository, ExportActions, WriteActions],
  exports: [CorrectiveActionsRepository, WriteActions],
})
export class ImprovementsModule {}
