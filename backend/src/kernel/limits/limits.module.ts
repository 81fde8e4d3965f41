import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Limits } from './limits';
import { LIMITS_ENTITIES } from './entities';
import { SenderMarks } from './sender-marks';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature(LIMITS_ENTITIES)],
  providers: [Limits, SenderMarks],
  exports: [Limits, SenderMarks],
})
export class LimitsModule {}
