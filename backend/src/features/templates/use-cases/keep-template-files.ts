import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { IncomingMessage } from 'node:http';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  notFound,
  ProblemError,
  RequestContext,
  TenantDatabase,
  versionConflict,
} from '../../../kernel';
import { toldOfFile, WordFiles, type StoredWord } from '../../drafts';
import { templateDto } from '../dto/template.dto';
import type { PreparedDraft, Template } from '../template';
import { fileOf, TemplateFilesRepository } from '../template-files.repository';
import { TemplatesRepository } from '../templates.repository';
import { RemoveUnnamedFiles } from './remove-unnamed-files';

interface SeenLine extends Pick<Template, 'id' | 'version'> {
  /** From 1. */
  readonly line: number;
}

/** The Word files that lines of a template of drafts carry, in the consultancy's own tenant. */
@Injectable()
export class KeepTemplateFiles {
  constructor(
    private readonly database: TenantDatabase,
    private readonly templates: TemplatesRepository,
    private readonly files: TemplateFilesRepository,
    private readonly words: WordFiles,
    private readonly unnamed: RemoveUnnamedFiles,
    private readonly audit: Audit,
  ) {}

  /**
   * In the place of the file that the line has.
   * @throws ProblemError not_found of the line, template_content_wrong, version_conflict; as `WordFiles.take`
   */
  async add(context: RequestContext, seen: SeenLine, request: IncomingMessage): Promise<Template> {
    const file = await this.words.take(context, request, async (manager) => {
      await this.seenLines(manager, context, seen);
    });
    return this.record(context, seen, file);
  }

  /** @throws as `add`, of what lies in the store already */
  async record(context: RequestContext, seen: SeenLine, file: StoredWord): Promise<Template> {
    const { template, keys } = await this.database.transaction(context, async (manager) => {
      const { stored, drafts } = await this.seenLines(manager, context, seen);
      const number = await this.files.add(manager, context, seen.id, file);
      const lines = drafts.map((each, at) =>
        at === seen.line - 1 ? { ...each, file: number } : each,
      );
      const changed = { ...stored, content: { drafts: lines } };
      if (!(await this.templates.update(manager, context, seen, changed)))
        throw versionConflict(templateDto(await this.found(manager, context, seen.id)));
      const subject = { type: 'template', id: seen.id };
      const { name, kind } = stored;
      const details = { kind, name, ...toldOfFile({ ...file, number }) };
      await this.audit.record(manager, context, 'template.file_added', subject, details);
      const gone = await this.unnamed.removeIn(manager, context, changed);
      return { template: await this.found(manager, context, seen.id), keys: gone };
    });
    await this.files.clear(context, keys);
    return template;
  }

  /** As it was uploaded; the trail tells of it before the first byte leaves. @throws ProblemError not_found */
  async send(
    context: RequestContext,
    id: string,
    number: number,
    response: Response,
  ): Promise<void> {
    const file = await this.database.transaction(context, async (manager) => {
      const { name, files } = await this.found(manager, context, id);
      const wanted = fileOf(files, number);
      if (wanted === undefined) throw notFound();
      const subject = { type: 'template', id };
      const details = { name, ...toldOfFile(wanted) };
      await this.audit.record(manager, context, 'template.file_downloaded', subject, details);
      return wanted;
    });
    await this.words.send(file, response);
  }

  private async seenLines(
    manager: EntityManager,
    context: RequestContext,
    { id, version, line }: SeenLine,
  ): Promise<{ readonly stored: Template; readonly drafts: readonly PreparedDraft[] }> {
    const stored = await this.found(manager, context, id);
    if (!('drafts' in stored.content)) throw new ProblemError('template_content_wrong');
    if (stored.version !== version) throw versionConflict(templateDto(stored));
    const { drafts } = stored.content;
    if (line < 1 || line > drafts.length) throw notFound();
    return { stored, drafts };
  }

  private async found(
    manager: EntityManager,
    context: RequestContext,
    id: string,
  ): Promise<Template> {
    const template = await this.templates.find(manager, context, id);
    if (template === null) throw notFound();
    return template;
  }
}
