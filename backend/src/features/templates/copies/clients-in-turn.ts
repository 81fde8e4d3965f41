import {
  ERROR_TEXTS,
  isPermitted,
  say,
  TEMPLATE_PERMISSIONS,
  type CopyOutcome,
  type TemplateKind,
  type WordField,
} from '@liangxing/contracts';
import { Injectable, Logger } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import {
  KeyTakenError,
  notFound,
  ProblemError,
  problemOf,
  RequestContext,
  TenantDatabase,
} from '../../../kernel';
import { PortfolioRepository } from '../../portfolio';
import type { Template } from '../template';

/** What became, or would become, of one client. */
export interface CopyLine {
  readonly clientId: string;
  readonly clientName: string | null;
  readonly outcome: CopyOutcome;
  readonly fresh: readonly string[];
  readonly present: readonly string[];
  /** Fields of Word files of which nothing is known there. */
  readonly emptyFields: readonly WordField[];
  readonly problem: string | null;
}

/** What the work at a client tells of it. */
export type Told = Omit<CopyLine, 'clientId' | 'problem'>;

/** Enters one client after the other, by the grant of each: what one refuses is its line, and stops no other. */
@Injectable()
export class ClientsInTurn {
  private readonly logger = new Logger('templates');

  constructor(
    private readonly database: TenantDatabase,
    private readonly portfolio: PortfolioRepository,
  ) {}

  /** One client after the other, as long as somebody waits for it; what fails at one is its line. */
  async *each<Target extends Pick<CopyLine, 'clientId'>>(
    context: RequestContext,
    { kind }: Pick<Template, 'kind'>,
    targets: readonly Target[],
    work: (inside: RequestContext, target: Target) => Promise<Told>,
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
    work: () => Promise<Told>,
  ): Promise<CopyLine> {
    try {
      return { ...(await work()), clientId, problem: null };
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
    const nothing = { fresh: [], present: [], emptyFields: [] };
    return { clientId, clientName: null, outcome: 'refused', ...nothing, problem };
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
}
