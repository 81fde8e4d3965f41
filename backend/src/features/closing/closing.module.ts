import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganizationsModule } from '../organizations';
import { ClosingController } from './closing.controller';
import { ClosingRepository } from './closing.repository';
import { CLOSING_ENTITIES } from './entities';
import { ForgetDeparted } from './forget-departed';
import { CloseOrganization } from './use-cases/close-organization';
import { DeleteOrganizations } from './use-cases/delete-organizations';

@Module({
  imports: [TypeOrmModule.forFeature(CLOSING_ENTITIES), OrganizationsModule],
  controllers: [ClosingController],
  providers: [ClosingRepository, CloseOrganization, DeleteOrganizations, ForgetDeparted],
})
export class ClosingModule {}
