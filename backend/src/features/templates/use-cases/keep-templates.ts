import { withEnterpriseCode, type AuditAction, type TemplateKind } from '@liangxing/contracts';
import { listItems } from '@liangxing/scheme';
import { systemFromTemplate, type StructureTemplateId } from '@liangxing/system-structure';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  changedFields,
  notFound,
  ProblemError,
  RequestContext,
  TenantDatabase,
  validationFailed,
  versionConflict,
} from '../../../kernel';
import { ruleOf, WordFiles, type StoredWord } from '../../drafts';
import { OrganizationSchemes } from '../../schemes';
import { changePrepared, type AskedOperation } from '../../systems';
import { templateDto } from '../dto/template.dto';
import type { Template, TemplateContent, TemplateContents } from '../template';
import { fileOf, TemplateFilesRepository } from '../template-files.repository';
import { TemplatesRepository } from '../templates.repository';
import { RemoveUnnamedFiles } from './remove-unnamed-files';

/** What people type or name: a shipped structure to begin with, a scheme that the consultancy may use. */
export type TypedContent = {
  readonly [Kind in 'numbering' | 'drafts' | 'actions']?: TemplateContents[Kind] | undefined;
} & {
  readonly structure?: StructureTemplateId | undefined;
  readonly scheme?: { readonly id: string; readonly version: string } | undefined;
};

/** A template as it is added. */
export interface AddedTemplate {
  readonly kind: TemplateKind;
  readonly name: string;
  readonly note: string;
  readonly content: TypedContent;
}

interface Changes {
  readonly name?: string | undefined;
  readonly note?: string | undefined;
  readonly isArchived?: boolean | undefined;
  readonly content?: TypedContent | undefined;
}

type SeenTemplate = Pick<Template, 'id' | 'version'>;

/**
 * What a consultancy prepares, in its own tenant alone: from what its people type, a shipped structure, a scheme that it
 * may use itself, or another of its templates. Nothing here knows of clients.
 */
@Injectable()
export class KeepTemplates {
  constructor(
    private readonly database: TenantDatabase,
    private readonly templates: TemplatesRepository,
    private readonly files: TemplateFilesRepository,
    private readonly words: WordFiles,
    private readonly unnamed: RemoveUnnamedFiles,
    private readonly schemes: OrganizationSchemes,
    private readonly audit: Audit,
  ) {}

  /** @throws ProblemError template_content_wrong, numbering_rule_invalid, not_found of a scheme */
  async add(context: RequestContext, added: AddedTemplate): Promise<Template> {
    const { kind, name, note } = added;
    const content = await this.contentOf(context, kind, added.content);
    requireFiles(content, []);
    return this.insert(context, { kind, name: name.trim(), note: note.trim(), content });
  }

  /** Another one with the same content and Word files of its own, to be changed. @throws ProblemError quota_evidence_bytes */
  async duplicate(context: RequestContext, id: string, name: string): Promise<Template> {
    const { kind, note, content, files } = await this.database.read(context, (manager) =>
      this.found(manager, context, id),
    );
    const numbered = new Map(files.map((file) => [file.number, file]));
    return this.words.withCopies(context, numbered, (copied) =>
      this.insert(context, { kind, name: name.trim(), note, content }, copied),
    );
  }

  /** For good; what was copied stays with the clients. @throws ProblemError not_found, version_conflict */
  async remove(context: RequestContext, { id, version }: SeenTemplate): Promise<void> {
    const keys = await this.database.transaction(context, async (manager) => {
      const stored = await this.found(manager, context, id);
      if (!(await this.templates.remove(manager, context, { id, version })))
        throw versionConflict(templateDto(await this.found(manager, context, id)));
      await this.record(manager, context, 'template.removed', stored);
      return this.files.release(manager, context, stored.files);
    });
    await this.files.clear(context, keys);
  }

  /** @throws ProblemError version_conflict with what is stored, template_content_wrong */
  async change(context: RequestContext, seen: SeenTemplate, changes: Changes): Promise<Template> {
    const { kind } = await this.database.read(context, (manager) =>
      this.found(manager, context, seen.id),
    );
    const content = changes.content && (await this.contentOf(context, kind, changes.content));
    return this.rewrite(context, seen, (stored) => ({
      ...stored,
      name: changes.name?.trim() ?? stored.name,
      note: changes.note?.trim() ?? stored.note,
      isArchived: changes.isArchived ?? stored.isArchived,
      content: content ?? stored.content,
    }));
  }

  /** All operations on a structure, or none. @throws ProblemError structure_refused, version_conflict */
  changeStructure(
    context: RequestContext,
    seen: SeenTemplate,
    asked: readonly AskedOperation[],
  ): Promise<Template> {
    return this.rewrite(context, seen, (stored) => {
      if (!('structure' in stored.content)) throw new ProblemError('template_content_wrong');
      const { basis, nodes } = stored.content.structure;
      const system = { templateId: basis, name: stored.name, nodes, decisions: {} };
      const changed = changePrepared(system, asked);
      return { ...stored, content: { structure: { basis, nodes: changed.nodes } } };
    });
  }

  private async insert(
    context: RequestContext,
    prepared: Pick<Template, 'kind' | 'name' | 'note' | 'content'>,
    files: ReadonlyMap<number, StoredWord> = new Map(),
  ): Promise<Template> {
    return this.database.transaction(context, async (manager) => {
      const id = randomUUID();
      const entries = entriesOf(prepared.content);
      await this.templates.insert(manager, context, { ...prepared, id, entries });
      for (const [number, file] of files) await this.files.add(manager, context, id, file, number);
      const template = await this.found(manager, context, id);
      await this.record(manager, context, 'template.added', template);
      return template;
    });
  }

  private async rewrite(
    context: RequestContext,
    { id, version }: SeenTemplate,
    changedOf: (stored: Template) => Template,
  ): Promise<Template> {
    const { template, keys } = await this.database.transaction(context, async (manager) => {
      const stored = await this.found(manager, context, id);
      if (stored.version !== version) throw versionConflict(templateDto(stored));
      const changed = changedOf(stored);
      if (changedFields(stored, changed).length === 0) return { template: stored, keys: [] };
      requireFiles(changed.content, stored.files);
      const entries = entriesOf(changed.content);
      if (
        !(await this.templates.update(manager, context, { id, version }, { ...changed, entries }))
      )
        throw versionConflict(templateDto(await this.found(manager, context, id)));
      await this.record(manager, context, actionOf(stored, changed), changed);
      const gone = await this.unnamed.removeIn(manager, context, changed);
      return { template: await this.found(manager, context, id), keys: gone };
    });
    await this.files.clear(context, keys);
    return template;
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

  private async contentOf(
    context: RequestContext,
    kind: TemplateKind,
    typed: TypedContent,
  ): Promise<TemplateContent> {
    const given = Object.entries(typed).filter(([, value]) => value !== undefined);
    if (given.length !== 1 || typed[kind] === undefined)
      throw new ProblemError('template_content_wrong');
    const { structure, numbering, drafts, actions, scheme } = typed;
    if (structure !== undefined)
      return { structure: { basis: structure, nodes: systemFromTemplate(structure).nodes } };
    if (numbering !== undefined) return { numbering: checkedRule(numbering) };
    if (drafts !== undefined) return { drafts };
    if (actions !== undefined) return { actions };
    const { id = '', version = '' } = scheme ?? {};
    return { scheme: (await this.schemes.get(context, id, version)).scheme };
  }

  private record(
    manager: EntityManager,
    context: RequestContext,
    action: AuditAction,
    { id, kind, name }: Pick<Template, 'id' | 'kind' | 'name'>,
  ): Promise<void> {
    return this.audit.record(manager, context, action, { type: 'template', id }, { kind, name });
  }
}

/** A line names a file of the template itself, and one that no other line names. @throws ProblemError validation_failed */
function requireFiles(content: TemplateContent, files: Template['files']): void {
  if (!('drafts' in content)) return;
  const numbers = content.drafts.map(({ file }) => file ?? null);
  const wrong = numbers.findIndex(
    (file, at) => file !== null && (!fileOf(files, file) || numbers.indexOf(file) !== at),
  );
  if (wrong >= 0)
    throw validationFailed({
      path: `content.drafts.${String(wrong)}.file`,
      code: 'no_such_file',
      wording: NO_SUCH_FILE,
    });
}

const NO_SUCH_FILE = {
  zh: '这个 Word 文件已不在模板中，请刷新页面后重新上传',
  en: 'This Word file is not in the template any more: reload the page and upload it again',
};

/** The rule is right with any code in the place of the client's. */
function checkedRule({ pattern, classes }: TemplateContents['numbering']) {
  const written = pattern.trim();
  ruleOf(withEnterpriseCode(written, 'ABCD'));
  return { pattern: written, classes };
}

const actionOf = (before: Template, { isArchived }: Template): AuditAction => {
  if (before.isArchived === isArchived) return 'template.changed';
  return isArchived ? 'template.archived' : 'template.restored';
};

function entriesOf(content: TemplateContent): number {
  if ('structure' in content)
    return content.structure.nodes.filter(({ trimmed }) => trimmed === null).length;
  if ('drafts' in content) return content.drafts.length;
  if ('actions' in content) return content.actions.length;
  return 'scheme' in content ? listItems(content.scheme).length : 1;
}
