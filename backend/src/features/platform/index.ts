export { SEND_DECISION } from './use-cases/send-decision';
export { TELL_DECISION } from './use-cases/tell-decision';
export { PlatformModule } from './platform.module';
export type { PlatformOrganizationDto } from './organizations/platform-organization.dto';
