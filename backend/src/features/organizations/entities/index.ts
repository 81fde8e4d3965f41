import { ApplicationDocumentEntity } from './application-document.entity';
import { EnterpriseProfileAccountEntity } from './enterprise-profile-account.entity';
import { EnterpriseProfileEntity } from './enterprise-profile.entity';
import { InvitationEntity } from './invitation.entity';
import { MembershipEntity } from './membership.entity';
import { OrganizationEntity } from './organization.entity';
import { OrganizationQuotaEntity } from './organization-quota.entity';

/** The tables of this room. */
export const ORGANIZATIONS_ENTITIES = [
  ApplicationDocumentEntity,
  EnterpriseProfileAccountEntity,
  EnterpriseProfileEntity,
  InvitationEntity,
  MembershipEntity,
  OrganizationEntity,
  OrganizationQuotaEntity,
];
