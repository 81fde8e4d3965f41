import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { organizationDay, RequestContext, TenantDatabase } from '../../../kernel';
import type { DraftContent } from '../draft';
import { DraftsRepository } from '../drafts.repository';
import { nextNumber } from '../own-numbers';
import type { DraftView } from '../draft';
import { WriteDrafts } from './write-drafts';

/** A draft that is asked for; its number is taken by the rule. */
export interface AskedDraft extends Omit<DraftContent, 'number'> {
  /** Code of its node; empty: none. A numbering rule may hold it. */
  readonly node: string;
  /** Its entry in the register, where there is one already. */
  readonly standardId?: string;
}

/** Starts all that is missing at once: a system lacks dozens of standards in the beginning. */
@Injectable()
export class StartDrafts {
  constructor(
    private readonly database: TenantDatabase,
    private readonly drafts: DraftsRepository,
    private readonly writer: WriteDrafts,
  ) {}

  /**
   * All of them or none, in their order.
   * @param isNumbered each takes the next free number
   * @throws ProblemError numbering_rule_missing where numbers are asked for and no rule is set
   */
  async execute(
    context: RequestContext,
    asked: readonly AskedDraft[],
    isNumbered: boolean,
  ): Promise<DraftView[]> {
    return this.database.transaction(context, (manager) =>
      this.startIn(manager, context, asked, isNumbered),
    );
  }

  /** Inside the caller's transaction. */
  async startIn(
    manager: EntityManager,
    context: RequestContext,
    asked: readonly AskedDraft[],
    isNumbered: boolean,
  ): Promise<DraftView[]> {
    const year = Number(organizationDay(new Date()).slice(0, 4));
    if (isNumbered) await this.drafts.lockNumbers(manager, context);
    const setting = isNumbered ? await this.drafts.numbering(manager, context) : null;
    const taken = isNumbered ? [...(await this.drafts.givenNumbers(manager, context))] : [];
    const started: DraftView[] = [];
    for (const { node, standardId = null, ...content } of asked) {
      const { kind } = content;
      const number = isNumbered ? nextNumber(setting, taken, { kind, node, year }) : '';
      taken.push(number);
      const numbered = { ...content, number };
      started.push(await this.writer.startIn(manager, context, numbered, standardId));
    }
    return started;
  }
}
