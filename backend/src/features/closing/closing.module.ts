import { Module } from '@nestjs/common';
import { OrganizationsModule } from '../organizations';
import { ClosingController } from './closing.controller';
import { ClosingRepository } from './closing.repository';
import { CloseOrganization } from './use-cases/close-organization';
import { DeleteOrganizations } from './use-cases/delete-organizations';

@Module({
  imports: [OrganizationsModule],
  controllers: [ClosingController],
  providers: [ClosingRepository, CloseOrganization, DeleteOrganizations],
})
export class ClosingModule {}
