import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CreateOrganization } from './use-cases/create-organization';
import { AcceptInvitation } from './use-cases/accept-invitation';
import { ChangeMembers } from './use-cases/change-members';
import { ForgetInvitations } from './use-cases/forget-invitations';
import { ApplicationController } from './application/application.controller';
import { ApplicationsRepository } from './application/applications.repository';
import { ChangeApplication } from './use-cases/change-application';
import { KeepDocuments } from './use-cases/keep-documents';
import { InvitationsRepository } from './members/invitations.repository';
import { SendInvitationJob } from './use-cases/send-invitation';
import { InvitationMail } from './members/invitation-mail';
import { InviteMany } from './use-cases/invite-many';
import { MakeInvitationLink } from './use-cases/make-invitation-link';
import { RequireSecondFactor } from './use-cases/require-second-factor';
import { InviteMember } from './use-cases/invite-member';
import {
  InvitationsController,
  MembersController,
  MembershipController,
} from './members/members.controller';
import { MembersRepository } from './members/members.repository';
import { ReadInvitation } from './use-cases/read-invitation';
import { OrganizationsController } from './organizations.controller';
import { OrganizationsRepository } from './organizations.repository';
import { ProfileRepository } from './profile/profile.repository';
import { ProfileController } from './profile/profile.controller';
import { SaveProfile } from './use-cases/save-profile';
import { ExportTrail } from './use-cases/export-trail';
import { TrailRepository } from './trail/trail.repository';
import { TrailController } from './trail/trail.controller';
import { ORGANIZATIONS_ENTITIES } from './entities';

@Module({
  imports: [TypeOrmModule.forFeature(ORGANIZATIONS_ENTITIES)],
  controllers: [
    OrganizationsController,
    ApplicationController,
    MembersController,
    MembershipController,
    InvitationsController,
    ProfileController,
    TrailController,
  ],
  providers: [
    OrganizationsRepository,
    CreateOrganization,
    ApplicationsRepository,
    ChangeApplication,
    KeepDocuments,
    MembersRepository,
    InvitationsRepository,
    ChangeMembers,
    InviteMember,
    InviteMany,
    MakeInvitationLink,
    RequireSecondFactor,
    InvitationMail,
    AcceptInvitation,
    ReadInvitation,
    SendInvitationJob,
    ForgetInvitations,
    ProfileRepository,
    SaveProfile,
    TrailRepository,
    ExportTrail,
  ],
  exports: [
    InvitationMail,
    OrganizationsRepository,
    ApplicationsRepository,
    CreateOrganization,
    ProfileRepository,
    SaveProfile,
    ExportTrail,
  ],
})
export class OrganizationsModule {}
