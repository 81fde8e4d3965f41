import { Module } from '@nestjs/common';
import { OrganizationsModule } from '../organizations';
import { MoveOrganization } from './organizations/move-organization';
import { PlatformOrganizationsController } from './organizations/platform-organizations.controller';
import { PlatformOrganizationsRepository } from './organizations/platform-organizations.repository';
import { ReadDocument } from './organizations/read-document';
import { SendDecision } from './organizations/send-decision';
import { SetQuotas } from './organizations/set-quotas';
import { PlatformTrailController } from './platform-trail.controller';
import { PlatformTrailRepository } from './platform-trail.repository';
import { WarnOfAbsentPeople } from './warn-of-absent-people';

@Module({
  imports: [OrganizationsModule],
  controllers: [PlatformTrailController, PlatformOrganizationsController],
  providers: [
    PlatformTrailRepository,
    PlatformOrganizationsRepository,
    MoveOrganization,
    SetQuotas,
    ReadDocument,
    SendDecision,
    WarnOfAbsentPeople,
  ],
})
export class PlatformModule {}
