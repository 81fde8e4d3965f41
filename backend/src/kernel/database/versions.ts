/** Rows whose version says whether somebody else has written them meanwhile. */
import type {
  EntityManager,
  EntityTarget,
  FindOptionsWhere,
  ObjectLiteral,
  QueryDeepPartialEntity,
} from 'typeorm';

interface Versioned {
  version: number;
}

/** @returns false where a row of its keys is there already, which stays as it is */
export async function insertNew<Row extends ObjectLiteral>(
  manager: EntityManager,
  target: EntityTarget<Row>,
  row: QueryDeepPartialEntity<Row>,
): Promise<boolean> {
  const { raw } = await manager
    .createQueryBuilder()
    .insert()
    .into(target)
    .values(row)
    .orIgnore()
    .returning('1')
    .updateEntity(false)
    .execute();
  return (raw as unknown[]).length === 1;
}

/** Writes over the expected version, and makes it the next one. @returns false where another one is stored */
export async function updateVersion<Row extends Versioned>(
  manager: EntityManager,
  target: EntityTarget<Row>,
  place: FindOptionsWhere<Row> & Versioned,
  values: QueryDeepPartialEntity<Row>,
): Promise<boolean> {
  const next = { ...values, version: place.version + 1 };
  const { affected } = await manager.update(target, place, next);
  return affected === 1;
}

/** The same where version 0 stands for a row that is still to be made. */
export async function writeVersion<Row extends Versioned>(
  manager: EntityManager,
  target: EntityTarget<Row>,
  place: FindOptionsWhere<Row> & Versioned,
  values: QueryDeepPartialEntity<Row>,
): Promise<boolean> {
  if (place.version > 0) return updateVersion(manager, target, place, values);
  return insertNew(manager, target, { ...place, ...values, version: 1 });
}

/** @returns false where another version is stored, or none */
export async function removeVersion<Row extends Versioned>(
  manager: EntityManager,
  target: EntityTarget<Row>,
  place: FindOptionsWhere<Row> & Versioned,
): Promise<boolean> {
  const { affected } = await manager.delete(target, place);
  return affected === 1;
}
