import { Injectable } from '@nestjs/common';
import type { Move, SchemeEntryState } from '@liangxing/contracts';
import type { EntryContent, Scheme, SecondReading } from '@liangxing/scheme';
import { In, type EntityManager, type QueryDeepPartialEntity } from 'typeorm';
import { Quotas, updateVersion, type RequestContext } from '../../../kernel';
import { SchemeEntryCheckEntity } from '../entities/scheme-entry-check.entity';
import { SchemeEntryEntity } from '../entities/scheme-entry.entity';
import type { EntryCheck, EntryPerson, SchemeEntry } from './entry';

type Tenant = Pick<RequestContext, 'organizationId'>;
type Author = Pick<RequestContext, 'organizationId' | 'userId' | 'userName'>;

export interface SeenEntry {
  readonly id: string;
  readonly version: number;
}

function entryOf({ updatedBy, updatedByName, ...row }: SchemeEntryEntity): SchemeEntry {
  return { ...row, updatedBy: { id: updatedBy, name: updatedByName } };
}

function checkOf(row: SchemeEntryCheckEntity): EntryCheck {
  const { number, reading, differing, checkedAt } = row;
  const checkedBy = { id: row.checkedBy, name: row.checkedByName };
  return { number, reading, differing, checkedAt, checkedBy };
}

/** Every query on tables that are being entered, and on their checks. */
@Injectable()
export class EntriesRepository {
  constructor(private readonly quotas: Quotas) {}

  /** The latest change first. */
  async list(manager: EntityManager, { organizationId }: Tenant): Promise<SchemeEntry[]> {
    const order = { updatedAt: 'DESC', id: 'ASC' } as const;
    const found = await manager.find(SchemeEntryEntity, { where: { organizationId }, order });
    return found.map(entryOf);
  }

  /** @param isHeld until the transaction ends nobody else changes it */
  async find(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    isHeld = false,
  ): Promise<SchemeEntry | null> {
    const found = await manager.findOne(SchemeEntryEntity, {
      where: { organizationId, id },
      ...(isHeld && { lock: { mode: 'pessimistic_write' } }),
    });
    return found && entryOf(found);
  }

  async insert(
    manager: EntityManager,
    { organizationId, userId, userName }: Author,
    id: string,
    content: EntryContent,
    from: { readonly scheme: Scheme; readonly fileName: string } | null,
  ): Promise<SchemeEntry> {
    await this.quotas.require(manager, organizationId, 'scheme_entries');
    await manager.insert(SchemeEntryEntity, {
      ...{ organizationId, id, content },
      imported: from?.scheme ?? null,
      fileName: from?.fileName ?? '',
      editors: [{ id: userId, name: userName }],
      updatedBy: userId,
      updatedByName: userName,
    });
    return entryOf(await manager.findOneByOrFail(SchemeEntryEntity, { organizationId, id }));
  }

  /** The entry is held and of the version that was seen. */
  write(
    manager: EntityManager,
    author: Author,
    { id, version }: SeenEntry,
    content: EntryContent,
  ): Promise<SchemeEntry> {
    return this.change(manager, author, { id, version }, { content });
  }

  setEditors(
    manager: EntityManager,
    author: Author,
    { id, version }: SeenEntry,
    editors: readonly EntryPerson[],
  ): Promise<SchemeEntry> {
    return this.change(manager, author, { id, version }, { editors });
  }

  move(
    manager: EntityManager,
    author: Author,
    { id, version }: SeenEntry,
    { from, to }: Move<SchemeEntryState>,
    scheme: Pick<Scheme, 'id' | 'version'> | null = null,
  ): Promise<SchemeEntry> {
    const became = scheme && { schemeId: scheme.id, schemeVersion: scheme.version };
    const place = { id, version, state: In([...from]) };
    return this.change(manager, author, place, { state: to, ...became });
  }

  /** Newest first. */
  async checks(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<EntryCheck[]> {
    const found = await manager.find(SchemeEntryCheckEntity, {
      where: { organizationId, entryId: id },
      order: { number: 'DESC' },
    });
    return found.map(checkOf);
  }

  /** The entry is held: numbers go up one by one. */
  async insertCheck(
    manager: EntityManager,
    { organizationId, userId, userName }: Author,
    id: string,
    reading: SecondReading,
    differing: readonly string[],
  ): Promise<EntryCheck> {
    const entry = { organizationId, entryId: id };
    const number = (await manager.countBy(SchemeEntryCheckEntity, entry)) + 1;
    await manager.insert(SchemeEntryCheckEntity, {
      ...{ ...entry, number, reading, differing },
      checkedBy: userId,
      checkedByName: userName,
    });
    return checkOf(await manager.findOneByOrFail(SchemeEntryCheckEntity, { ...entry, number }));
  }

  private async change(
    manager: EntityManager,
    { organizationId, userId, userName }: Author,
    place: SeenEntry & { readonly state?: ReturnType<typeof In<SchemeEntryState>> },
    values: QueryDeepPartialEntity<SchemeEntryEntity>,
  ): Promise<SchemeEntry> {
    const { id } = place;
    const isWritten = await updateVersion(
      manager,
      SchemeEntryEntity,
      { organizationId, ...place },
      { ...values, updatedAt: () => 'now()', updatedBy: userId, updatedByName: userName },
    );
    if (!isWritten) throw new Error('the entry was not held');
    return entryOf(await manager.findOneByOrFail(SchemeEntryEntity, { organizationId, id }));
  }
}
