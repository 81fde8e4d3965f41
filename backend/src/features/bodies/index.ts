export { BodiesModule } from './bodies.module';
export { BodiesRepository } from './bodies.repository';
export { AcceptingBodyDto } from './dto/body.dto';
export type { AcceptingBody } from './body';
