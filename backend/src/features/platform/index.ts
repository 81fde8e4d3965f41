export { SEND_DECISION } from './organizations/send-decision';
export { PlatformModule } from './platform.module';
