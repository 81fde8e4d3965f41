import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssessorsController } from './assessors.controller';
import { AssessorsRepository } from './assessors.repository';
import { BodiesController } from './bodies.controller';
import { BodiesRepository } from './bodies.repository';
import { BODIES_ENTITIES } from './entities';
import { KeepAssessor } from './use-cases/keep-assessor';
import { KeepProfile } from './use-cases/keep-profile';

/** What bodies (评价组织) say of themselves, which of them take applications, and what their people may evaluate. */
@Module({
  imports: [TypeOrmModule.forFeature(BODIES_ENTITIES)],
  controllers: [AssessorsController, BodiesController],
  providers: [AssessorsRepository, BodiesRepository, KeepAssessor, KeepProfile],
  exports: [AssessorsRepository, BodiesRepository],
})
export class BodiesModule {}
