import { Global, Module } from '@nestjs/common';
import { ThreadPool } from './thread-pool';
import { WorkPlaceController } from './work-place.controller';

@Global()
@Module({
  controllers: [WorkPlaceController],
  providers: [ThreadPool],
  exports: [ThreadPool],
})
export class ThreadsModule {}
