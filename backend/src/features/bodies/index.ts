export { BodiesModule } from './bodies.module';
export { BodiesRepository } from './bodies.repository';
export { AcceptingBodyDto } from './dto/body.dto';
export { KeepProfile } from './use-cases/keep-profile';
export type { AcceptingBody, BodyFacts } from './body';
