import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Limits } from './limits';
import { LIMITS_ENTITIES } from './entities';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature(LIMITS_ENTITIES)],
  providers: [Limits],
  exports: [Limits],
})
export class LimitsModule {}
