import { ENTERPRISE_CODE_FIELD, withEnterpriseCode } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../kernel';
import { KeepNumbering } from '../../drafts';
import type { Copier, CopyOf, CopyPlan } from './copier';

/** A rule is set where the client has none; one that is there is never written over. */
@Injectable()
export class CopyNumbering implements Copier<'numbering'> {
  constructor(private readonly numbering: KeepNumbering) {}

  async plan(
    manager: EntityManager,
    context: RequestContext,
    { content: { pattern, classes }, code }: CopyOf<'numbering'>,
  ): Promise<CopyPlan> {
    const stored = await this.numbering.readIn(manager, context);
    const known = code ?? codeOf(stored.suggestion);
    const own = known === null ? pattern : withEnterpriseCode(pattern, known);
    const nothing = { fresh: [], write: () => Promise.resolve() };
    if (stored.version > 0) {
      const isSame = stored.pattern === own;
      return { ...nothing, present: [stored.pattern], ...(isSame ? {} : { stop: 'kept' }) };
    }
    if (own.includes(ENTERPRISE_CODE_FIELD))
      return { ...nothing, present: [], stop: 'code_missing' };
    return {
      fresh: [own],
      present: [],
      write: async () => {
        await this.numbering.saveIn(manager, context, { version: 0, pattern: own, classes });
      },
    };
  }
}

/** The code in a rule in the manner of the client's own numbers: `Q/SLJD {类别}…`. */
const codeOf = (suggestion: string): string | null =>
  /^Q\/([A-Z]{2,8})(?![A-Z])/.exec(suggestion)?.[1] ?? null;
