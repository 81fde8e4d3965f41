import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssessmentsModule } from '../assessments';
import { CorrectiveActionsController } from './corrective-actions.controller';
import { CorrectiveActionsRepository } from './corrective-actions.repository';
import { ExportActions } from './use-cases/export-actions';
import { WriteActions } from './use-cases/write-actions';
import { IMPROVEMENTS_ENTITIES } from './entities';

@Module({
  imports: [TypeOrmModule.forFeature(IMPROVEMENTS_ENTITIES), AssessmentsModule],
  controllers: [CorrectiveActionsController],
  providers: [CorrectiveActionsRepository, ExportActions, WriteActions],
  exports: [CorrectiveActionsRepository, WriteActions, ExportActions],
})
export class ImprovementsModule {}
