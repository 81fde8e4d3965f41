import { RateLimitEntity } from './rate-limit.entity';

/** The tables of this room. */
export const LIMITS_ENTITIES = [RateLimitEntity];
