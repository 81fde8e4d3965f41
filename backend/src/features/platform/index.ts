export { SEND_DECISION } from './use-cases/send-decision';
export { TELL_DECISION } from './use-cases/tell-decision';
export { MoveOrganization } from './use-cases/move-organization';
export { PlatformOrganizationsRepository } from './organizations/platform-organizations.repository';
export { PlatformModule } from './platform.module';
export type { PlatformOrganizationDto } from './organizations/platform-organization.dto';
