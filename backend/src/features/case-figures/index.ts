export { CaseFiguresModule } from './case-figures.module';
