import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BodiesController } from './bodies.controller';
import { BodiesRepository } from './bodies.repository';
import { BODIES_ENTITIES } from './entities';
import { KeepProfile } from './use-cases/keep-profile';

/** What bodies (评价组织) say of themselves, and which of them take applications. */
@Module({
  imports: [TypeOrmModule.forFeature(BODIES_ENTITIES)],
  controllers: [BodiesController],
  providers: [BodiesRepository, KeepProfile],
  exports: [BodiesRepository],
})
export class BodiesModule {}
