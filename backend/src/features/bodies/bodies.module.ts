import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DraftsModule } from '../drafts';
import { AssessorsController } from './assessors.controller';
import { AssessorsRepository } from './assessors.repository';
import { BodiesController } from './bodies.controller';
import { BodiesRepository } from './bodies.repository';
import { BodyFormsController } from './body-forms.controller';
import { BodyFormsRepository } from './body-forms.repository';
import { BODIES_ENTITIES } from './entities';
import { KeepAssessor } from './use-cases/keep-assessor';
import { KeepForms } from './use-cases/keep-forms';
import { KeepProfile } from './use-cases/keep-profile';

/** What bodies (评价组织) say of themselves, which of them take applications, and what their people may evaluate. */
@Module({
  imports: [TypeOrmModule.forFeature(BODIES_ENTITIES), DraftsModule],
  controllers: [AssessorsController, BodiesController, BodyFormsController],
  providers: [
    AssessorsRepository,
    BodiesRepository,
    BodyFormsRepository,
    KeepAssessor,
    KeepForms,
    KeepProfile,
  ],
  exports: [AssessorsRepository, BodiesRepository, BodyFormsRepository],
})
export class BodiesModule {}
