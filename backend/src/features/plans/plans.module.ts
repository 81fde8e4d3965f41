import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BodiesModule } from '../bodies';
import { CasesModule } from '../cases';
import { LettersModule } from '../letters';
import { CheckTeam } from './check-team';
import { DeclarationsRepository } from './declarations.repository';
import { PLANS_ENTITIES } from './entities';
import { MeetingsRepository } from './meetings.repository';
import { PlansController } from './plans.controller';
import { PlansRepository } from './plans.repository';
import { ReadPlan } from './read-plan';
import { TeamController } from './team.controller';
import { TeamRepository } from './team.repository';
import { TellTeam } from './tell-team';
import { ChangeTeam } from './use-cases/change-team';
import { MovePlan } from './use-cases/move-plan';
import { RecordMeeting } from './use-cases/record-meeting';
import { SavePlan } from './use-cases/save-plan';
import { TeamInTurn } from './use-cases/team-in-turn';

/** 评价计划: who evaluates a case, when and how. */
@Module({
  imports: [TypeOrmModule.forFeature(PLANS_ENTITIES), BodiesModule, CasesModule, LettersModule],
  controllers: [PlansController, TeamController],
  providers: [
    CheckTeam,
    DeclarationsRepository,
    MeetingsRepository,
    PlansRepository,
    ReadPlan,
    TeamRepository,
    TellTeam,
    TeamInTurn,
    ChangeTeam,
    MovePlan,
    RecordMeeting,
    SavePlan,
  ],
  exports: [CheckTeam, DeclarationsRepository, MeetingsRepository, TeamRepository],
})
export class PlansModule {}
