export { PortfolioModule } from './portfolio.module';
export { KEEP_FIGURES, KeepFigures } from './use-cases/keep-figures';
export type { ClientMonth, DueOfClient } from './portfolio';
export { PortfolioRepository } from './portfolio.repository';
