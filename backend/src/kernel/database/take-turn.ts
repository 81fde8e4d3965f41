import type { EntityManager } from 'typeorm';

type Asks = Pick<EntityManager, 'query'>;

/*
 * Nobody waits for somebody who waits for them: what a transaction holds of these, it asks for in one order.
 * 1. The turn of a list to be proven, or of templates copied to an organization: nobody asks for it who holds anything.
 * 2. Rows of evidence, by their ids.
 * 3. Turns of self-evaluations, by their ids.
 * 4. Turns of cases, or of an application's row; turns of numbers and of content.
 * 5. Turns of quotas.
 */

/** Whoever asks for the same name waits until this transaction ends; `name` says what is held, and of whom. */
export async function takeTurn(manager: Asks, name: string): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
}

/** Beside others who share it: only who takes the turn of this name waits until this transaction ends. */
export async function shareTurn(manager: Asks, name: string): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock_shared(hashtextextended($1, 0))', [name]);
}
