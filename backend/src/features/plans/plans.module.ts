import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CasesModule } from '../cases';
import { PLANS_ENTITIES } from './entities';
import { TeamRepository } from './team.repository';

/** 评价计划: who evaluates a case, when and how. */
@Module({
  imports: [TypeOrmModule.forFeature(PLANS_ENTITIES), CasesModule],
  providers: [TeamRepository],
  exports: [TeamRepository],
})
export class PlansModule {}
