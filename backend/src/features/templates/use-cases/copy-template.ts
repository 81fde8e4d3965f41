import {
  ERROR_TEXTS,
  isPermitted,
  MOST_COPIED_ROWS,
  say,
  TEMPLATE_PERMISSIONS,
  type CopyOutcome,
  type TemplateKind,
} from '@liangxing/contracts';
import { Injectable, Logger } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  KeyTakenError,
  notFound,
  ProblemError,
  problemOf,
  RequestContext,
  takeTurn,
  TenantDatabase,
  validationFailed,
  versionConflict,
} from '../../../kernel';
import { OrganizationsRepository } from '../../organizations';
import { PortfolioRepository } from '../../portfolio';
import type { Copier, CopyPlan } from '../copies/copier';
import { CopyActions } from '../copies/copy-actions';
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
  private readonly logger = new Logger('templates');
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

  /** What a copy would do at each client; nothing is written. @throws ProblemError not_found */
  async preview(
    context: RequestContext,
    id: string,
    targets: readonly Target[],
  ): Promise<CopyLine[]> {
    const { template } = await this.read(context, id);
    requireBounds(template, targets);
    const lines: CopyLine[] = [];
    const planned = this.each(context, template, targets, (inside, target) =>
      this.database.read(inside, (manager) => this.plan(manager, inside, template, target)),
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
    requireBounds(template, targets);
    const lines: CopyLine[] = [];
    const copied = this.each(context, template, targets, (inside, target) =>
      this.database.transaction(inside, async (manager) => {
        await takeTurn(manager, `copied templates ${inside.organizationId}`);
        const planned = await this.plan(manager, inside, template, target, { isWritten: true });
        if (planned.outcome === 'copied') {
          await planned.write();
          await this.recordAtClient(manager, inside, { template, consultancy, ...planned });
        }
        return planned;
      }),
    );
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

  /** One client after the other, as long as somebody waits for it; what fails at one is its line. */
  private async *each(
    context: RequestContext,
    { kind }: Template,
    targets: readonly Target[],
    work: (
      inside: RequestContext,
      target: Target,
    ) => Promise<Omit<CopyLine, 'clientId' | 'problem'>>,
  ): AsyncGenerator<CopyLine> {
    for (const target of targets) {
      context.signal?.throwIfAborted();
      yield await this.lineOf(context, target.clientId, async () =>
        work(await this.enter(context, target.clientId, kind), target),
      );
    }
  }

  private async lineOf(
    context: RequestContext,
    clientId: string,
    work: () => Promise<Omit<CopyLine, 'clientId' | 'problem'>>,
  ): Promise<CopyLine> {
    try {
      const { clientName, outcome, fresh, present } = await work();
      return { clientId, clientName, outcome, fresh, present, problem: null };
    } catch (error) {
      if (error instanceof KeyTakenError) throw error;
      await this.requireCaller(context);
      return this.refused(context, clientId, error);
    }
  }

  /** Where the person may not write at home any more, no client has refused. @throws ProblemError */
  private requireCaller(context: RequestContext): Promise<void> {
    return this.database.read({ ...context, purpose: 'write' }, () => Promise.resolve());
  }

  private refused(context: RequestContext, clientId: string, error: unknown): CopyLine {
    const { correlationId, language } = context;
    // With the client's eyes: a row that is refused there is one that the grant does not open.
    const found = problemOf(error, { isByGrant: true });
    const errorId = found.status < 500 ? null : randomUUID();
    if (errorId !== null)
      this.logger.error({ errorId, correlationId, clientId, err: error }, found.code);
    const { title, mend } = ERROR_TEXTS[found.code];
    const words = [title, mend].map((text) => say(text, language, found.parameters));
    const said = errorId === null ? words : [...words, errorId];
    const problem = said.join(language === 'en' ? '. ' : '。');
    return { clientId, clientName: null, outcome: 'refused', fresh: [], present: [], problem };
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
    { isWritten = false } = {},
  ): Promise<CopyPlan & Pick<CopyLine, 'clientName' | 'outcome'>> {
    const { kind, content } = template;
    const copier = this.copiers[kind] as Copier<TemplateKind>;
    const { [kind]: own } = content as TemplateContents;
    const copy = { template, content: own, code: code ?? null };
    if (isWritten) await copier.hold?.(manager, inside, copy);
    const plan = await copier.plan(manager, inside, copy);
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

/** @throws ProblemError validation_failed where more rows were written than one request may */
function requireBounds({ kind, entries }: Template, { length }: readonly Target[]): void {
  if ((kind !== 'drafts' && kind !== 'actions') || entries * length <= MOST_COPIED_ROWS) return;
  const parameters = { rows: entries, most: Math.floor(MOST_COPIED_ROWS / entries) };
  throw validationFailed({
    path: 'clients',
    code: 'too_many_copies',
    parameters,
    wording: TOO_MANY,
  });
}

const TOO_MANY = {
  zh: '模板有 {rows} 行，一次最多复制给 {most} 家客户，请分几次复制',
  en: 'The template has {rows} rows: choose at most {most} clients at a time',
};
