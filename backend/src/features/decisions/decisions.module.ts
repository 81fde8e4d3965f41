import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CasesModule } from '../cases';
import { PlansModule } from '../plans';
import { SheetsModule } from '../sheets';
import { DecisionsController } from './decisions.controller';
import { DecisionsRepository } from './decisions.repository';
import { DECISIONS_ENTITIES } from './entities';
import { PublicitiesController } from './publicities.controller';
import { PublicitiesRepository } from './publicities.repository';
import { AnswerObjection } from './use-cases/answer-objection';
import { DecideCase } from './use-cases/decide-case';
import { PrintReport } from './use-cases/print-report';
import { ReadDecision } from './use-cases/read-decision';
import { SendObjection } from './use-cases/send-objection';

/** 复核、决定与公示: what becomes of a result, by people who did not evaluate. */
@Module({
  imports: [TypeOrmModule.forFeature(DECISIONS_ENTITIES), CasesModule, PlansModule, SheetsModule],
  controllers: [DecisionsController, PublicitiesController],
  providers: [
    DecisionsRepository,
    PublicitiesRepository,
    ReadDecision,
    DecideCase,
    AnswerObjection,
    SendObjection,
    PrintReport,
  ],
  exports: [DecisionsRepository, PublicitiesRepository],
})
export class DecisionsModule {}
