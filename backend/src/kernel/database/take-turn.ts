import type { EntityManager } from 'typeorm';

/** Whoever asks for the same name waits until this transaction ends; `name` says what is held, and of whom. */
export async function takeTurn(manager: Pick<EntityManager, 'query'>, name: string): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
}
