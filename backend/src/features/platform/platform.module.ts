import { Module } from '@nestjs/common';
import { WarnOfAbsentPeople } from './warn-of-absent-people';
import { PlatformTrailController } from './platform-trail.controller';
import { PlatformTrailRepository } from './platform-trail.repository';

@Module({
  controllers: [PlatformTrailController],
  providers: [PlatformTrailRepository, WarnOfAbsentPeople],
})
export class PlatformModule {}
