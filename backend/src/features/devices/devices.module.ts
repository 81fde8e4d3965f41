import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CasesModule } from '../cases';
import { PlansModule } from '../plans';
import { DevicesController } from './devices.controller';
import { DevicesRepository } from './devices.repository';
import { DEVICES_ENTITIES } from './entities';
import { AskWipe } from './use-cases/ask-wipe';
import { HearDevice } from './use-cases/hear-device';
import { TakeAlong } from './use-cases/take-along';

/** 带出评价: who has a case on which device, until when. */
@Module({
  imports: [TypeOrmModule.forFeature(DEVICES_ENTITIES), CasesModule, PlansModule],
  controllers: [DevicesController],
  providers: [DevicesRepository, TakeAlong, HearDevice, AskWipe],
  exports: [DevicesRepository],
})
export class DevicesModule {}
