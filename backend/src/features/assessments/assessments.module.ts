import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SchemesModule } from '../schemes';
import { AnswersController } from './answers.controller';
import { AnswersRepository } from './answers.repository';
import { AssessmentsController } from './assessments.controller';
import { AssessmentsReader } from './assessments-reader';
import { AssessmentsRepository } from './assessments.repository';
import { ChangeAssessment } from './use-cases/change-assessment';
import { MoveAssessment } from './use-cases/move-assessment';
import { RecordAnswer } from './use-cases/record-answer';
import { RemoveAssessment } from './use-cases/remove-assessment';
import { SaveEfforts } from './use-cases/save-efforts';
import { StartAssessment } from './use-cases/start-assessment';
import { ASSESSMENTS_ENTITIES } from './entities';
import { TakeOverAnswers } from './use-cases/take-over-answers';

@Module({
  imports: [TypeOrmModule.forFeature(ASSESSMENTS_ENTITIES), SchemesModule],
  controllers: [AssessmentsController, AnswersController],
  providers: [
    AssessmentsRepository,
    AnswersRepository,
    AssessmentsReader,
    StartAssessment,
    ChangeAssessment,
    MoveAssessment,
    RemoveAssessment,
    RecordAnswer,
    SaveEfforts,
    TakeOverAnswers,
  ],
  exports: [AssessmentsReader, StartAssessment, ChangeAssessment, RecordAnswer, TakeOverAnswers],
})
export class AssessmentsModule {}
