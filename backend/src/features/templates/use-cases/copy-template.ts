import type { TemplateKind } from '@liangxing/contracts';
import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  notFound,
  ProblemError,
  RequestContext,
  takeTurn,
  TenantDatabase,
  versionConflict,
} from '../../../kernel';
import { OrganizationsRepository } from '../../organizations';
import { ClientsInTurn, type CopyLine, type Told } from '../copies/clients-in-turn';
import type { Copier, CopyOf, CopyPlan } from '../copies/copier';
import { CopyActions } from '../copies/copy-actions';
import { requireBounds } from '../copies/copy-bounds';
import { CopyDrafts } from '../copies/copy-drafts';
import { CopyNumbering } from '../copies/copy-numbering';
import { CopySchemes } from '../copies/copy-schemes';
import { CopyStructures } from '../copies/copy-structures';
import { templateDto } from '../dto/template.dto';
import type { Template, TemplateContents } from '../template';
import { TemplatesRepository } from '../templates.repository';

interface Target {
  readonly clientId: string;
  /** Code of the enterprise, where its own numbers do not tell it. */
  readonly code?: string | undefined;
}

type Planned = Told & Pick<CopyPlan, 'write'>;

/** One client's turn: who copies, and what. */
interface CopyAsked {
  readonly copier: Copier<TemplateKind>;
  readonly copy: CopyOf<TemplateKind>;
}

/**
 * Copies a template to clients. It is read in the consultancy's tenant; each client has a transaction of its own in its
 * tenant, by its grant, so that one that refuses stops no other, and nothing of one is in reach while another is
 * written. A copy is the client's: nothing leads back to the template.
 */
@Injectable()
export class CopyTemplate {
  private readonly logger = new Logger('templates');
  private readonly copiers: { readonly [Kind in TemplateKind]: Copier<Kind> };

  constructor(
    private readonly database: TenantDatabase,
    private readonly templates: TemplatesRepository,
    private readonly clients: ClientsInTurn,
    private readonly organizations: OrganizationsRepository,
    private readonly audit: Audit,
    structure: CopyStructures,
    numbering: CopyNumbering,
    drafts: CopyDrafts,
    actions: CopyActions,
    scheme: CopySchemes,
  ) {
    this.copiers = { structure, numbering, drafts, actions, scheme };
  }

  /** What a copy would do at each client; nothing is written. @throws ProblemError not_found */
  async preview(
    context: RequestContext,
    id: string,
    targets: readonly Target[],
  ): Promise<CopyLine[]> {
    const { template } = await this.read(context, id);
    requireBounds(template, targets.length);
    const lines: CopyLine[] = [];
    const planned = this.clients.each(context, template, targets, (inside, target) =>
      this.database.read(inside, async (manager) => {
        const { write: _, ...line } = await this.plan(
          manager,
          inside,
          this.copyOf(template, target),
        );
        return line;
      }),
    );
    for await (const line of planned) lines.push(line);
    return lines;
  }

  /**
   * What a client refuses stands in its line; what the person may not do themselves (any more) ends the run.
   * @param seen the version that was looked at
   * @throws ProblemError not_found, version_conflict, template_archived
   */
  async copy(
    context: RequestContext,
    seen: Pick<Template, 'id' | 'version'>,
    targets: readonly Target[],
  ): Promise<CopyLine[]> {
    const { template, consultancy } = await this.read(context, seen.id);
    if (template.version !== seen.version) throw versionConflict(templateDto(template));
    if (template.isArchived) throw new ProblemError('template_archived', { name: template.name });
    requireBounds(template, targets.length);
    const lines: CopyLine[] = [];
    const copied = this.clients.each(context, template, targets, async (inside, target) => {
      const { copier, copy } = this.copyOf(template, target);
      const files = (await copier.prepare?.(inside, copy)) ?? copy.files;
      return this.database.transaction(inside, async (manager) => {
        await takeTurn(manager, `copied templates ${inside.organizationId}`);
        const ready = { copier, copy: { ...copy, files } };
        await copier.hold?.(manager, inside, ready.copy);
        const { write, ...planned } = await this.plan(manager, inside, ready);
        if (planned.outcome === 'copied') {
          await write();
          await this.recordAtClient(manager, inside, { template, consultancy, ...planned });
        }
        return planned;
      });
    });
    try {
      for await (const line of copied) lines.push(line);
      return lines;
    } finally {
      await this.recordAtHome(context, template, lines);
    }
  }

  private read(
    context: RequestContext,
    id: string,
  ): Promise<{ readonly template: Template; readonly consultancy: string }> {
    return this.database.read(context, async (manager) => {
      const template = await this.templates.find(manager, context, id);
      if (template === null) throw notFound();
      const own = await this.organizations.find(manager, context);
      return { template, consultancy: own?.name ?? '' };
    });
  }

  private copyOf({ content, files, ...template }: Template, { code }: Target): CopyAsked {
    const { [template.kind]: own } = content as TemplateContents;
    const numbered = new Map(files.map((file) => [file.number, file]));
    return {
      copier: this.copiers[template.kind] as Copier<TemplateKind>,
      copy: { template, content: own, code: code ?? null, files: numbered },
    };
  }

  private async plan(
    manager: EntityManager,
    inside: RequestContext,
    { copier, copy }: CopyAsked,
  ): Promise<Planned> {
    const plan = await copier.plan(manager, inside, copy);
    const { stop, fresh, present, emptyFields = [] } = plan;
    const client = await this.organizations.find(manager, inside);
    const outcome = stop ?? (fresh.length > 0 ? 'copied' : 'present');
    const clientName = client?.name ?? null;
    return { clientName, outcome, fresh, present, emptyFields, write: () => plan.write() };
  }

  /** The client sees what came in, of whom, and by whom; the line is all that remembers it. */
  private recordAtClient(
    manager: EntityManager,
    inside: RequestContext,
    {
      template: { id, kind, name, version },
      consultancy,
      fresh,
    }: Pick<CopyPlan, 'fresh'> & { readonly template: Template; readonly consultancy: string },
  ): Promise<void> {
    const details = { kind, name, version, consultancy, count: fresh.length };
    const subject = { type: 'template', id };
    return this.audit.record(manager, inside, 'template.copied', subject, details);
  }

  /** The copies are made: that their line at home fails is told to whoever runs the product, and undoes none of them. */
  private async recordAtHome(
    context: RequestContext,
    { id, kind, name, version }: Template,
    lines: readonly CopyLine[],
  ): Promise<void> {
    const copied = lines.filter(({ outcome }) => outcome === 'copied');
    if (copied.length === 0) return;
    const clients = copied.map(({ clientName }) => clientName);
    const subject = { type: 'template', id };
    const details = { kind, name, version, clients };
    try {
      await this.database.transaction(context, (manager) =>
        this.audit.record(manager, context, 'template.copied', subject, details),
      );
    } catch (error) {
      const { correlationId } = context;
      this.logger.error({ correlationId, id, clients, err: error }, 'copies lack their line');
    }
  }
}
