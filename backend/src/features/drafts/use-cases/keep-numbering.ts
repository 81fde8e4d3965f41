import { Injectable } from '@nestjs/common';
import type { DraftKind } from '@liangxing/dossier';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  changedFields,
  organizationDay,
  RequestContext,
  TenantDatabase,
  versionConflict,
} from '../../../kernel';
import { DEFAULT_CLASSES, type NumberingSetting } from '../draft';
import { DraftsRepository } from '../drafts.repository';
import { nextNumber, ruleOf, suggestedPattern } from '../own-numbers';

/** How the enterprise numbers its standards, with what its register suggests. */
export interface Numbering extends NumberingSetting {
  /** In the manner of the numbers in the register; empty: none there. */
  readonly suggestion: string;
}

/** The rule by which own standards are numbered. */
@Injectable()
export class KeepNumbering {
  constructor(
    private readonly database: TenantDatabase,
    private readonly drafts: DraftsRepository,
    private readonly audit: Audit,
  ) {}

  read(context: RequestContext): Promise<Numbering> {
    return this.database.read(context, (manager) => this.readIn(manager, context));
  }

  /**
   * @param asked version 0 for the first time
   * @throws ProblemError for a pattern that numbers nothing; version_conflict with what is stored
   */
  async save(context: RequestContext, asked: NumberingSetting): Promise<Numbering> {
    return this.database.transaction(context, (manager) => this.saveIn(manager, context, asked));
  }

  /** Inside the caller's transaction. */
  async saveIn(
    manager: EntityManager,
    context: RequestContext,
    asked: NumberingSetting,
  ): Promise<Numbering> {
    const { pattern } = ruleOf(asked.pattern);
    const setting = { ...asked, pattern };
    const stored = await this.drafts.numbering(manager, context);
    if (stored !== null && changedFields(stored, setting).length === 0)
      return this.readIn(manager, context);
    if (!(await this.drafts.saveNumbering(manager, context, setting)))
      throw versionConflict(await this.readIn(manager, context));
    const subject = { type: 'organization', id: context.organizationId };
    await this.audit.record(manager, context, 'numbering.saved', subject, { pattern });
    return this.readIn(manager, context);
  }

  /** The next free number of a standard. @param year the present one where left out */
  next(
    context: RequestContext,
    {
      kind,
      node,
      year,
    }: { readonly kind: DraftKind; readonly node: string; readonly year?: number | undefined },
  ): Promise<string> {
    const thisYear = Number(organizationDay(new Date()).slice(0, 4));
    return this.database.read(context, async (manager) => {
      const setting = await this.drafts.numbering(manager, context);
      const taken = await this.drafts.givenNumbers(manager, context);
      return nextNumber(setting, taken, { kind, node, year: year ?? thisYear });
    });
  }

  /** Inside the caller's transaction. */
  async readIn(manager: EntityManager, context: RequestContext): Promise<Numbering> {
    const stored = await this.drafts.numbering(manager, context);
    const suggestion = suggestedPattern(await this.drafts.ownNumbers(manager, context));
    return { version: 0, pattern: '', classes: DEFAULT_CLASSES, ...stored, suggestion };
  }
}
