import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OverviewModule } from '../overview';
import { PORTFOLIO_ENTITIES } from './entities';
import { FiguresRepository } from './figures.repository';
import { PortfolioController } from './portfolio.controller';
import { PortfolioRepository } from './portfolio.repository';
import { ExportPortfolio } from './use-cases/export-portfolio';
import { KeepFigures } from './use-cases/keep-figures';
import { SaveViews } from './use-cases/save-views';
import { ViewsRepository } from './views.repository';

@Module({
  imports: [TypeOrmModule.forFeature(PORTFOLIO_ENTITIES), OverviewModule],
  controllers: [PortfolioController],
  providers: [
    FiguresRepository,
    PortfolioRepository,
    ViewsRepository,
    KeepFigures,
    SaveViews,
    ExportPortfolio,
  ],
  exports: [PortfolioRepository],
})
export class PortfolioModule {}
