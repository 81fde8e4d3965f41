/** Remove and change many standards at once, and take the last such act back. */
import { Injectable } from '@nestjs/common';
import { MOST_STANDARDS_AT_ONCE } from '@liangxing/contracts';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  notFound,
  organizationDay,
  ProblemError,
  RequestContext,
  TenantDatabase,
  validationFailed,
  versionConflict,
} from '../../../kernel';
import { standardDto } from '../dto/standard.dto';
import { RegisterActsRepository, type SharedChange } from '../register-acts.repository';
import type { StandardsFilter } from '../register/register-filter';
import { tidyLine } from '@liangxing/tables';
import { StandardsRepository } from '../standards.repository';
import { RestoreStandards } from './restore-standards';

/** Standards by id, or all that a filter finds with their number as the person was told it. */
export type Selection =
  | { readonly ids: readonly string[] }
  | { readonly filter: StandardsFilter; readonly total: number };

interface Removal {
  readonly deleted: number;
  /** What takes it back; null where nothing was there. */
  readonly actId: string | null;
}

interface SharedEdit {
  readonly changed: number;
  readonly actId: string | null;
}

@Injectable()
export class ActOnMany {
  constructor(
    private readonly database: TenantDatabase,
    private readonly acts: RegisterActsRepository,
    private readonly standards: StandardsRepository,
    private readonly restoring: RestoreStandards,
    private readonly audit: Audit,
  ) {}

  /** One standard, in the version that the person saw. */
  async removeOne(context: RequestContext, id: string, version: number): Promise<void> {
    await this.database.transaction(context, async (manager) => {
      const { deleted } = await this.intoBin(manager, context, [id], version);
      if (deleted > 0) return;
      const row = await this.standards.find(manager, context, organizationDay(new Date()), id);
      throw row === null ? notFound() : versionConflict(standardDto(row, context.language));
    });
  }

  /** Into the recycle bin. Those already gone are no error. */
  async remove(context: RequestContext, selection: Selection): Promise<Removal> {
    return this.database.transaction(context, async (manager) =>
      this.intoBin(manager, context, await this.idsOf(manager, context, selection), null),
    );
  }

  /** @throws ProblemError validation_failed where the change says nothing */
  async edit(
    context: RequestContext,
    selection: Selection,
    { department, ...others }: SharedChange,
  ): Promise<SharedEdit> {
    const change: SharedChange = {
      ...(department === undefined ? {} : { department: tidyLine(department) }),
      ...Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined)),
    };
    const fields = Object.keys(change);
    if (fields.length === 0) throw validationFailed({ path: 'change', code: 'required' });
    return this.database.transaction(context, async (manager) => {
      const ids = await this.idsOf(manager, context, selection);
      const actId = randomUUID();
      await this.acts.begin(manager, context, { id: actId, kind: 'edited' });
      const changed = await this.acts.edit(manager, context, actId, ids, change);
      if (changed === 0) {
        await this.acts.forget(manager, context, actId);
        return { changed, actId: null };
      }
      const details = { fields, count: changed };
      await this.audit.record(manager, context, 'standards.changed', actSubject(actId), details);
      return { changed, actId };
    });
  }

  /**
   * What was removed comes back from the bin, what was changed gets its old values where nobody has changed it since.
   * @throws ProblemError not_found where it was taken back already
   */
  async undo(
    context: RequestContext,
    actId: string,
  ): Promise<{ readonly restored: number; readonly kept: number }> {
    return this.database.transaction(context, async (manager) => {
      const kind = await this.acts.find(manager, context, actId);
      if (kind === null) throw notFound();
      if (kind === 'removed')
        return { restored: await this.restoring.allOf(manager, context, actId), kept: 0 };
      const done = await this.acts.takeBackEdit(manager, context, actId);
      const subject = actSubject(actId);
      await this.audit.record(manager, context, 'standards.change_undone', subject, { ...done });
      return done;
    });
  }

  private async intoBin(
    manager: EntityManager,
    context: RequestContext,
    ids: readonly string[],
    version: number | null,
  ): Promise<Removal> {
    const actId = randomUUID();
    await this.acts.begin(manager, context, { id: actId, kind: 'removed' });
    const gone = await this.acts.remove(manager, context, actId, ids, version);
    const [only] = gone;
    if (only === undefined) {
      await this.acts.forget(manager, context, actId);
      return { deleted: 0, actId: null };
    }
    if (gone.length === 1)
      await this.audit.record(manager, context, 'standards.removed', {
        type: 'standard',
        id: only,
      });
    else
      await this.audit.record(
        manager,
        context,
        'standards.removed',
        { type: 'register', id: context.organizationId },
        { ids: gone },
      );
    return { deleted: gone.length, actId };
  }

  private async idsOf(
    manager: EntityManager,
    context: RequestContext,
    selection: Selection,
  ): Promise<readonly string[]> {
    if ('ids' in selection) return [...new Set(selection.ids)];
    const day = organizationDay(new Date());
    const { filter, total } = selection;
    const limit = MOST_STANDARDS_AT_ONCE;
    const ids = await this.acts.chosen(manager, context, day, filter, limit);
    if (ids.length > limit) {
      const count = await this.acts.count(manager, context, day, filter);
      throw new ProblemError('selection_too_large', { limit, count });
    }
    if (ids.length !== total) throw new ProblemError('selection_changed', { count: ids.length });
    return ids;
  }
}

const actSubject = (id: string) => ({ type: 'register_act', id });
