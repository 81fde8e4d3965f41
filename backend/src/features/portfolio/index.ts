export { PortfolioModule } from './portfolio.module';
export { KEEP_FIGURES } from './use-cases/keep-figures';
