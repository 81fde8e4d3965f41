import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { queryRows, type RequestContext } from '../../kernel';
import type { BodyForm, OfferedForm, OwnForm } from './body-form';
import { BodyFormEntity } from './entities/body-form.entity';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** Every question to the forms of bodies. SQL calls the narrow function by which enterprises reach them. */
@Injectable()
export class BodyFormsRepository {
  /** In the order in which they came. */
  async list(manager: EntityManager, { organizationId }: Tenant): Promise<OwnForm[]> {
    const found = await manager.find(BodyFormEntity, {
      where: { organizationId },
      order: { uploadedAt: 'ASC', id: 'ASC' },
    });
    return found.map(({ organizationId: _of, uploadedBy: _by, size, ...form }) => ({
      ...{ ...form, size: Number(size) },
    }));
  }

  async add(
    manager: EntityManager,
    {
      organizationId,
      userId,
      userName,
    }: Pick<RequestContext, 'organizationId' | 'userId' | 'userName'>,
    { id, title, fileName, mediaType, size, sha256, storageKey, fields, unknownFields }: BodyForm,
  ): Promise<void> {
    await manager.insert(BodyFormEntity, {
      ...{ organizationId, id, title, fileName, mediaType, sha256, storageKey },
      ...{
        size: String(size),
        fields,
        unknownFields,
        uploadedBy: userId,
        uploadedByName: userName,
      },
    });
  }

  async remove(manager: EntityManager, { organizationId }: Tenant, id: string): Promise<void> {
    await manager.delete(BodyFormEntity, { organizationId, id });
  }

  /** Of all bodies that take applications. @param id one alone */
  async offered(manager: EntityManager, id: string | null = null): Promise<OfferedForm[]> {
    return queryRows<OfferedForm>(
      manager,
      `SELECT body_id AS "bodyId", id, title, file_name AS "fileName", media_type AS "mediaType", size::float8 AS size,
         sha256, storage_key AS "storageKey", fields
       FROM app.offered_forms($1)`,
      [id],
    );
  }
}
