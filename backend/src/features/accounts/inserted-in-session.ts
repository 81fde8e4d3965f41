import { QueryFailedError } from 'typeorm';

const FOREIGN_KEY_VIOLATION = '23503';

/**
 * @param inserting a row that lives as long as the session that it names
 * @returns false where that session has ended meanwhile
 */
export async function insertedInSession(inserting: Promise<unknown>): Promise<boolean> {
  try {
    await inserting;
    return true;
  } catch (error) {
    const isEnded =
      error instanceof QueryFailedError && error.driverError.code === FOREIGN_KEY_VIOLATION;
    if (isEnded) return false;
    throw error;
  }
}
