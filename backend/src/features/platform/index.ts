export { SEND_DECISION } from './use-cases/send-decision';
export { PlatformModule } from './platform.module';
