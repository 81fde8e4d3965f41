import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CreateOrganization } from './use-cases/create-organization';
import { ApplicationController } from './application/application.controller';
import { ApplicationsRepository } from './application/applications.repository';
import { ChangeApplication } from './application/change-application';
import { KeepDocuments } from './application/keep-documents';
import { AcceptInvitation } from './members/accept-invitation';
import { ChangeMembers } from './members/change-members';
import { ForgetInvitations } from './members/forget-invitations';
import { InvitationsRepository } from './members/invitations.repository';
import { SendInvitationJob } from './members/send-invitation';
import { InvitationMail } from './members/invitation-mail';
import { InviteMember } from './members/invite-member';
import { InvitationsController, MembersController } from './members/members.controller';
import { MembersRepository } from './members/members.repository';
import { ReadInvitation } from './members/read-invitation';
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
  exports: [OrganizationsRepository, CreateOrganization, ProfileRepository, SaveProfile],
})
export class OrganizationsModule {}
