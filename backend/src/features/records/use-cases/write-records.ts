import { Injectable } from '@nestjs/common';
import type { AuditAction, RecordKindId } from '@liangxing/contracts';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  changedFields,
  notFound,
  RequestContext,
  TenantDatabase,
  versionConflict,
} from '../../../kernel';
import { RecordDto } from '../dto/record.dto';
import type { StoredRecord } from '../record';
import { RecordsRepository } from '../records.repository';
import { checkedRecord } from '../tidy-fields';

type Given = Readonly<Record<string, unknown>>;

/** Adds, changes and removes records; what a list holds is said by its kind. */
@Injectable()
export class WriteRecords {
  constructor(
    private readonly database: TenantDatabase,
    private readonly records: RecordsRepository,
    private readonly audit: Audit,
  ) {}

  async add(context: RequestContext, kind: RecordKindId, given: Given): Promise<StoredRecord> {
    const fields = checkedRecord(kind, given);
    return this.database.transaction(context, async (manager) => {
      await this.records.lock(manager, context, kind);
      const id = randomUUID();
      await this.records.insert(manager, context, kind, [{ id, fields }]);
      const added = await this.existing(manager, context, kind, id);
      await this.record(manager, context, 'record.added', added);
      return added;
    });
  }

  async change(
    context: RequestContext,
    kind: RecordKindId,
    { id, version }: { readonly id: string; readonly version: number },
    given: Given,
  ): Promise<StoredRecord> {
    const fields = checkedRecord(kind, given);
    return this.database.transaction(context, async (manager) => {
      const current = await this.existing(manager, context, kind, id);
      if (changedFields(current, { fields }).length === 0 && current.version === version)
        return current;
      const changed = await this.records.update(manager, context, kind, { id, version, fields });
      if (changed === null)
        throw versionConflict(RecordDto.of(await this.existing(manager, context, kind, id)));
      await this.record(manager, context, 'record.changed', changed);
      return changed;
    });
  }

  async remove(
    context: RequestContext,
    kind: RecordKindId,
    { id, version }: { readonly id: string; readonly version: number },
  ): Promise<void> {
    await this.database.transaction(context, async (manager) => {
      const current = await this.existing(manager, context, kind, id);
      if (!(await this.records.remove(manager, context, kind, { id, version })))
        throw versionConflict(RecordDto.of(await this.existing(manager, context, kind, id)));
      await this.record(manager, context, 'record.removed', current);
    });
  }

  private async existing(
    manager: EntityManager,
    context: RequestContext,
    kind: RecordKindId,
    id: string,
  ): Promise<StoredRecord> {
    const found = await this.records.find(manager, context, kind, id);
    if (found === null) throw notFound();
    return found;
  }

  private record(
    manager: EntityManager,
    context: RequestContext,
    action: AuditAction,
    { id, kind, number }: StoredRecord,
  ): Promise<void> {
    return this.audit.record(manager, context, action, { type: 'record', id }, { kind, number });
  }
}
