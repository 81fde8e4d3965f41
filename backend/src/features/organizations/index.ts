export { CreateOrganization } from './create-organization';
export { FORGET_INVITATIONS } from './members/forget-invitations';
export { SEND_INVITATION } from './members/invitations';
export type { Organization } from './organization';
export { OrganizationsModule } from './organizations.module';
export { OrganizationsRepository } from './organizations.repository';
export { EMPTY_PROFILE, type Profile, type ProfileContent } from './profile/profile';
export { ProfileReader } from './profile/profile-reader';
export { SaveProfile } from './profile/save-profile';
