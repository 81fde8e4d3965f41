import { Injectable } from '@nestjs/common';
import type { RecordKindId } from '@liangxing/contracts';
import { Raw, type EntityManager } from 'typeorm';
import { Quotas, type RequestContext } from '../../../kernel';
import { RecordImportEntity } from '../entities/record-import.entity';
import type { RecordImport, WrittenRecord } from './record-import';

type Tenant = Pick<RequestContext, 'organizationId'>;

const timeToDecide = '7 days';

@Injectable()
export class RecordImportsRepository {
  constructor(private readonly quotas: Quotas) {}

  /** Previews that were left for a week go when another one comes. */
  async insert(
    manager: EntityManager,
    { organizationId, userName }: Pick<RequestContext, 'organizationId' | 'userName'>,
    stored: Pick<RecordImport, 'id' | 'kind' | 'fileName' | 'columns' | 'rows' | 'said'>,
  ): Promise<void> {
    await manager.delete(RecordImportEntity, {
      organizationId,
      state: 'previewed',
      createdAt: Raw((column) => `${column} < now() - interval '${timeToDecide}'`),
    });
    await this.quotas.require(manager, organizationId, 'stored_imports');
    await manager.insert(RecordImportEntity, {
      ...stored,
      organizationId,
      createdByName: userName,
    });
  }

  /** Locked: nobody else commits or undoes it until this transaction ends. */
  async take(
    manager: EntityManager,
    { organizationId }: Tenant,
    kind: RecordKindId,
    id: string,
  ): Promise<RecordImport | null> {
    return manager.findOne(RecordImportEntity, {
      where: { organizationId, kind, id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async markCommitted(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    written: readonly WrittenRecord[],
  ): Promise<void> {
    await manager.update(
      RecordImportEntity,
      { organizationId, id },
      { state: 'committed', committedAt: () => 'now()', written },
    );
  }

  /** Nobody needs the rows of what was taken back. */
  async markUndone(manager: EntityManager, { organizationId }: Tenant, id: string): Promise<void> {
    await manager.update(
      RecordImportEntity,
      { organizationId, id },
      { state: 'undone', undoneAt: () => 'now()', written: [] },
    );
  }
}
