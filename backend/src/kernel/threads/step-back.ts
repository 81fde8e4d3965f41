import { constants, setPriority } from 'node:os';

/**
 * Whoever answers people goes first: the calling thread gives way to it, and so does every thread that it begins from
 * here on. Linux gives each thread a priority of its own; elsewhere nothing happens.
 */
export function stepBack(): void {
  try {
    if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW);
  } catch {
    // A system that does not let us is only less polite.
  }
}
