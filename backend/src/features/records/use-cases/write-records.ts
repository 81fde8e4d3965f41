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
import { accountsAt, requireMembers } from '../../organizations';
import { RecordDto } from '../dto/record.dto';
import { peopleOfRecord, type ToldAccounts } from '../people-of-record';
import type { ShownRecord, StoredRecord } from '../record';
import { RecordsRepository } from '../records.repository';
import { checkedRecord } from '../tidy-fields';

/** A record as a person writes it. */
interface Given {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly accounts?: ToldAccounts | undefined;
}

/** Adds, changes and removes records; what a list holds is said by its kind. */
@Injectable()
export class WriteRecords {
  constructor(
    private readonly database: TenantDatabase,
    private readonly records: RecordsRepository,
    private readonly audit: Audit,
  ) {}

  async add(context: RequestContext, kind: RecordKindId, given: Given): Promise<ShownRecord> {
    const fields = checkedRecord(kind, given.fields);
    const people = peopleOfRecord(kind, null, fields, given.accounts ?? {});
    return this.database.transaction(context, async (manager) => {
      await requireMembers(manager, context, people);
      await this.records.lock(manager, context, kind);
      const id = randomUUID();
      await this.records.insert(manager, context, kind, [{ id, fields }]);
      await this.records.keepAccounts(manager, context, id, accountsAt(people));
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
  ): Promise<ShownRecord> {
    const fields = checkedRecord(kind, given.fields);
    return this.database.transaction(context, async (manager) => {
      const current = await this.existing(manager, context, kind, id);
      const people = peopleOfRecord(kind, current, fields, given.accounts ?? {});
      await requireMembers(manager, context, people);
      const accounts = accountsAt(people);
      if (changedFields(current, { fields, accounts }).length === 0 && current.version === version)
        return current;
      if (!(await this.records.update(manager, context, kind, { id, version, fields })))
        throw versionConflict(RecordDto.of(await this.existing(manager, context, kind, id)));
      await this.records.keepAccounts(manager, context, id, accounts);
      const changed = await this.existing(manager, context, kind, id);
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
  ): Promise<ShownRecord> {
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
