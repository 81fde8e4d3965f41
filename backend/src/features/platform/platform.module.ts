import { Module } from '@nestjs/common';
import { PlatformTrailController } from './platform-trail.controller';
import { PlatformTrailReader } from './platform-trail.reader';

@Module({ controllers: [PlatformTrailController], providers: [PlatformTrailReader] })
export class PlatformModule {}
