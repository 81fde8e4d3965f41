import { Module } from '@nestjs/common';
import { OrganizationsModule } from '../organizations';
import { PortfolioModule } from '../portfolio';
import { ClientReportsController } from './client-reports.controller';
import { ClientWorkRepository } from './client-work.repository';
import { ReportToClients } from './use-cases/report-to-clients';

@Module({
  imports: [OrganizationsModule, PortfolioModule],
  controllers: [ClientReportsController],
  providers: [ClientWorkRepository, ReportToClients],
})
export class ClientReportsModule {}
