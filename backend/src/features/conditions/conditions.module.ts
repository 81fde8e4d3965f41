import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssessmentsModule } from '../assessments';
import { OrganizationsModule } from '../organizations';
import { AnswerCondition } from './use-cases/answer-condition';
import { ConditionsController } from './conditions.controller';
import { ConditionsReader } from './conditions-reader';
import { ConditionsRepository } from './conditions.repository';
import { ShowConditions } from './use-cases/show-conditions';
import { CONDITIONS_ENTITIES } from './entities';

@Module({
  imports: [TypeOrmModule.forFeature(CONDITIONS_ENTITIES), AssessmentsModule, OrganizationsModule],
  controllers: [ConditionsController],
  providers: [ConditionsRepository, ConditionsReader, ShowConditions, AnswerCondition],
  exports: [ConditionsReader, AnswerCondition],
})
export class ConditionsModule {}
