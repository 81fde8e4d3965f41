export { AssessorsRepository } from './assessors.repository';
export { BodiesModule } from './bodies.module';
export { BodiesRepository } from './bodies.repository';
export { AcceptingBodyDto } from './dto/body.dto';
export { KeepAssessor } from './use-cases/keep-assessor';
export { KeepProfile } from './use-cases/keep-profile';
export type { Assessor, Competence } from './assessor';
export type { AcceptingBody, BodyFacts } from './body';
