import { Module, type DynamicModule, type Type } from '@nestjs/common';
import type { Config } from './config/config';
import { AccountsModule } from './features/accounts';
import { OrganizationsModule } from './features/organizations';
import { AssessmentsModule } from './features/assessments';
import { BodiesModule } from './features/bodies';
import { CarryOverModule } from './features/carry-over';
import { CaseFiguresModule } from './features/case-figures';
import { CasesModule } from './features/cases';
import { DevicesModule } from './features/devices';
import { PlansModule } from './features/plans';
import { SheetsModule } from './features/sheets';
import { CertificatesModule } from './features/certificates';
import { DecisionsModule } from './features/decisions';
import { CatalogueModule } from './features/catalogue';
import { ClosingModule } from './features/closing';
import { ConditionsModule } from './features/conditions';
import { DossiersModule } from './features/dossiers';
import { DraftsModule } from './features/drafts';
import { EngagementsModule } from './features/engagements';
import { EvidenceModule } from './features/evidence';
import { ExportsModule } from './features/exports';
import { ImprovementsModule } from './features/improvements';
import { LettersModule } from './features/letters';
import { OverviewModule } from './features/overview';
import { PlatformModule } from './features/platform';
import { ClientReportsModule } from './features/client-reports';
import { PortfolioModule } from './features/portfolio';
import { ReadinessModule } from './features/readiness';
import { RecordsModule } from './features/records';
import { SchemesModule } from './features/schemes';
import { StandardsModule } from './features/standards';
import { SubmissionsModule } from './features/submissions';
import { SystemsModule } from './features/systems';
import { TemplatesModule } from './features/templates';
import { KernelModule } from './kernel/kernel.module';

/** Every feature; one line each. */
const FEATURES: Type[] = [
  AccountsModule,
  OrganizationsModule,
  AssessmentsModule,
  CarryOverModule,
  ConditionsModule,
  DossiersModule,
  DraftsModule,
  EngagementsModule,
  EvidenceModule,
  ImprovementsModule,
  ReadinessModule,
  RecordsModule,
  SchemesModule,
  OverviewModule,
  StandardsModule,
  CatalogueModule,
  SystemsModule,
  PlatformModule,
  ClosingModule,
  ExportsModule,
  PortfolioModule,
  ClientReportsModule,
  TemplatesModule,
  BodiesModule,
  LettersModule,
  SubmissionsModule,
  CasesModule,
  PlansModule,
  SheetsModule,
  DevicesModule,
  CaseFiguresModule,
  DecisionsModule,
  CertificatesModule,
];

@Module({})
export class AppModule {
  /** @param more modules of a test */
  static with(config: Config, more: readonly Type[] = []): DynamicModule {
    return { module: AppModule, imports: [KernelModule.with(config), ...FEATURES, ...more] };
  }
}
