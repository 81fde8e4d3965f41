import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CasesModule } from '../cases';
import { PlansModule } from '../plans';
import { SHEETS_ENTITIES } from './entities';
import { ResultsRepository } from './results.repository';

/** 评分: what the team finds of a case, item by item, and what it hands to the review. */
@Module({
  imports: [TypeOrmModule.forFeature(SHEETS_ENTITIES), CasesModule, PlansModule],
  providers: [ResultsRepository],
  exports: [ResultsRepository],
})
export class SheetsModule {}
