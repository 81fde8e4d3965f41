export type { Application, ApplicationDocument, StoredDocument } from './application/application';
export { ApplicationDocumentDto, ApplicationDto } from './application/application.dto';
export { ApplicationsRepository } from './application/applications.repository';
export { requiredCreditCode } from './application/required-credit-code';
export { InvitationMail } from './members/invitation-mail';
export { organizationOfToken } from './members/invitations.repository';
export { sendDocument } from './application/send-document';
export { CreateOrganization } from './use-cases/create-organization';
export { KeepDocuments } from './use-cases/keep-documents';
export { FORGET_INVITATIONS } from './use-cases/forget-invitations';
export { MembersRepository } from './members/members.repository';
export {
  accountsAt,
  accountsInList,
  peopleInList,
  personAtPlace,
  type Accounts,
  type PersonAtPlace,
} from './members/accounts-of-names';
export { accountsOf, keepAccounts } from './members/accounts-of-names.repository';
export { requireMembers } from './members/require-members';
export { SEND_INVITATION } from './use-cases/send-invitation';
export type { Organization } from './organization';
export { ExportTrail } from './use-cases/export-trail';
export { OrganizationsModule } from './organizations.module';
export { isSampleOrganization, OrganizationsRepository } from './organizations.repository';
export { EMPTY_PROFILE, type Profile, type ProfileContent } from './profile/profile';
export { profileFigures, ProfileRepository, storedProfile } from './profile/profile.repository';
export { SaveProfile } from './use-cases/save-profile';
