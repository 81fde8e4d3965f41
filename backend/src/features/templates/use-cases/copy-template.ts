import {
  ERROR_TEXTS,
  isPermitted,
  say,
  TEMPLATE_PERMISSIONS,
  type CopyOutcome,
  type TemplateKind,
} from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  notFound,
  ProblemError,
  RequestContext,
  takeTurn,
  TenantDatabase,
} from '../../../kernel';
import { OrganizationsRepository } from '../../organizations';
import { PortfolioRepository } from '../../portfolio';
import type { Copier, CopyPlan } from '../copies/copier';
import { CopyActions } from '../copies/copy-actions';
import { CopyDrafts } from '../copies/copy-drafts';
import { CopyNumbering } from '../copies/copy-numbering';
import { CopySchemes } from '../copies/copy-schemes';
import { CopyStructures } from '../copies/copy-structures';
import type { Template, TemplateContents } from '../template';
import { TemplatesRepository } from '../templates.repository';

interface Target {
  readonly clientId: string;
  /** Code of the enterprise, where its own numbers do not tell it. */
  readonly code?: string | undefined;
}

/** What became, or would become, of one client. */
export interface CopyLine {
  readonly clientId: string;
  readonly clientName: string | null;
  readonly outcome: CopyOutcome;
  readonly fresh: readonly string[];
  readonly present: readonly string[];
  readonly problem: string | null;
}

/**
 * Copies a template to clients. It is read in the consultancy's tenant; each client has a transaction of its own in its
 * tenant, by its grant, so that one that refuses stops no other, and nothing of one is in reach while another is
 * written. A copy is the client's: nothing leads back to the template.
 */
@Injectable()
export class CopyTemplate {
  private readonly copiers: { readonly [Kind in TemplateKind]: Copier<Kind> };

  constructor(
    private readonly database: TenantDatabase,
    private readonly templates: TemplatesRepository,
    private readonly portfolio: PortfolioRepository,
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

  /** What a copy would do at each client; nothing is written. */
  async preview(
    context: RequestContext,
    id: string,
    targets: readonly Target[],
  ): Promise<CopyLine[]> {
    const { template } = await this.read(context, id);
    return this.each(context, template, targets, (inside, target) =>
      this.database.read(inside, (manager) => this.plan(manager, inside, template, target)),
    );
  }

  /** @throws ProblemError not_found, template_archived; what a client refuses stands in its line */
  async copy(context: RequestContext, id: string, targets: readonly Target[]): Promise<CopyLine[]> {
    const { template, consultancy } = await this.read(context, id);
    if (template.isArchived) throw new ProblemError('template_archived', { name: template.name });
    const lines = await this.each(context, template, targets, (inside, target) =>
      this.database.transaction(inside, async (manager) => {
        await takeTurn(manager, `copied templates ${inside.organizationId}`);
        const planned = await this.plan(manager, inside, template, target);
        if (planned.outcome === 'copied') {
          await planned.write();
          await this.recordAtClient(manager, inside, { template, consultancy, ...planned });
        }
        return planned;
      }),
    );
    const copied = lines.filter(({ outcome }) => outcome === 'copied');
    if (copied.length > 0) await this.recordAtHome(context, template, copied);
    return lines;
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

  /** One client after the other; a refusal is the client's line. */
  private async each(
    context: RequestContext,
    { kind }: Template,
    targets: readonly Target[],
    work: (
      inside: RequestContext,
      target: Target,
    ) => Promise<Omit<CopyLine, 'clientId' | 'problem'>>,
  ): Promise<CopyLine[]> {
    const lines: CopyLine[] = [];
    for (const target of targets) {
      const { clientId } = target;
      try {
        const { clientName, outcome, fresh, present } = await work(
          await this.enter(context, clientId, kind),
          target,
        );
        lines.push({ clientId, clientName, outcome, fresh, present, problem: null });
      } catch (error) {
        if (!(error instanceof ProblemError) || error.status >= 500) throw error;
        const { title, mend } = ERROR_TEXTS[error.code];
        const [what, how] = [title, mend].map((text) =>
          say(text, context.language, error.parameters),
        );
        const problem = [what, how].join(context.language === 'en' ? '. ' : '。');
        const refused = { outcome: 'refused', fresh: [], present: [], problem } as const;
        lines.push({ clientId, clientName: null, ...refused });
      }
    }
    return lines;
  }

  /** As the person enters this client. @throws ProblemError not_found where no grant lives, forbidden */
  private async enter(
    context: RequestContext,
    clientId: string,
    kind: TemplateKind,
  ): Promise<RequestContext> {
    const grant = await this.portfolio.grant(context, clientId);
    if (grant === null) throw notFound();
    const inside = {
      ...context,
      organizationId: clientId,
      actingId: context.organizationId,
      grant,
    };
    if (!isPermitted(inside, TEMPLATE_PERMISSIONS[kind])) throw new ProblemError('forbidden');
    return inside;
  }

  private async plan(
    manager: EntityManager,
    inside: RequestContext,
    template: Template,
    { code }: Target,
  ): Promise<CopyPlan & Pick<CopyLine, 'clientName' | 'outcome'>> {
    const { kind, content } = template;
    const copier = this.copiers[kind] as Copier<TemplateKind>;
    const { [kind]: own } = content as TemplateContents;
    const plan = await copier.plan(manager, inside, { template, content: own, code: code ?? null });
    const client = await this.organizations.find(manager, inside);
    const outcome = plan.stop ?? (plan.fresh.length > 0 ? 'copied' : 'present');
    return { ...plan, clientName: client?.name ?? null, outcome };
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

  private recordAtHome(
    context: RequestContext,
    { id, kind, name, version }: Template,
    copied: readonly CopyLine[],
  ): Promise<void> {
    const clients = copied.map(({ clientName }) => clientName);
    return this.database.transaction(context, (manager) =>
      this.audit.record(
        manager,
        context,
        'template.copied',
        { type: 'template', id },
        { kind, name, version, clients },
      ),
    );
  }
}
