import { Module } from '@nestjs/common';
import { OrganizationsModule } from '../organizations';
import { MoveOrganization } from './use-cases/move-organization';
import { PlatformOrganizationsController } from './organizations/platform-organizations.controller';
import { PlatformOrganizationsRepository } from './organizations/platform-organizations.repository';
import { ReadDocument } from './use-cases/read-document';
import { SendDecision } from './use-cases/send-decision';
import { SetQuotas } from './use-cases/set-quotas';
import { TellDecision } from './use-cases/tell-decision';
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
    TellDecision,
    SendDecision,
    WarnOfAbsentPeople,
  ],
})
export class PlatformModule {}
