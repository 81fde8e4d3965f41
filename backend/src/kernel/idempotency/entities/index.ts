import { IdempotencyKeyEntity } from './idempotency-key.entity';

/** The tables of this room. */
export const IDEMPOTENCY_ENTITIES = [IdempotencyKeyEntity];
