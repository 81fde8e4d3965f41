export { DecisionsModule } from './decisions.module';
export { DecisionsRepository } from './decisions.repository';
export { PublicitiesRepository } from './publicities.repository';
export type { DecisionStep, Publicity } from './decision';
export { DecideCase } from './use-cases/decide-case';
