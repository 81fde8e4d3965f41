export { DevicesModule } from './devices.module';
export { DevicesRepository } from './devices.repository';
