import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit, type RequestContext } from '../../../kernel';
import { toldOfFile } from '../../drafts';
import type { Template } from '../template';
import { numbersIn, TemplateFilesRepository } from '../template-files.repository';

/** Word files that no line of a template names any more go inside the transaction that changed the lines. */
@Injectable()
export class RemoveUnnamedFiles {
  constructor(
    private readonly files: TemplateFilesRepository,
    private readonly audit: Audit,
  ) {}

  /** @returns keys to `clear` after the transaction */
  async removeIn(
    manager: EntityManager,
    context: RequestContext,
    { id, kind, name, content, files }: Template,
  ): Promise<string[]> {
    const named = numbersIn(content);
    const gone = files.filter(({ number }) => !named.has(number));
    const subject = { type: 'template', id };
    for (const file of gone) {
      const details = { kind, name, ...toldOfFile(file) };
      await this.audit.record(manager, context, 'template.file_removed', subject, details);
    }
    return this.files.remove(manager, context, id, gone);
  }
}
