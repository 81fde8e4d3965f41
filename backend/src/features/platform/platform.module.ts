import { Module } from '@nestjs/common';
import { PlatformTrailController } from './platform-trail.controller';
import { PlatformTrailRepository } from './platform-trail.repository';

@Module({ controllers: [PlatformTrailController], providers: [PlatformTrailRepository] })
export class PlatformModule {}
