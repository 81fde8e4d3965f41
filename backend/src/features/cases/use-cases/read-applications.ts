import { lastMove, stateAfterLetter, type CaseState } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  HandlesJob,
  organizationDay,
  PendingObjects,
  takeTurn,
  TenantDatabase,
  type JobContext,
  type JobHandler,
} from '../../../kernel';
import {
  DELIVER_TO_BODY,
  LettersRepository,
  ReadLetters,
  WriteLetter,
  type Letter,
  type LetterDelivery,
  type LetterReader,
} from '../../letters';
import { OrganizationsRepository } from '../../organizations';
import type { Case } from '../case';
import { CasesRepository, turnOfCase } from '../cases.repository';
import { MaterialsRepository } from '../materials.repository';
import { CopyMaterial } from './copy-material';

type Copied = Awaited<ReturnType<CopyMaterial['execute']>>;

/** The body reads what enterprises wrote: applications, corrections, answers, withdrawals. */
@Injectable()
@HandlesJob(DELIVER_TO_BODY)
export class ReadApplications implements JobHandler<LetterDelivery>, LetterReader {
  readonly writtenBy = 'enterprise';

  constructor(
    private readonly database: TenantDatabase,
    private readonly cases: CasesRepository,
    private readonly materials: MaterialsRepository,
    private readonly copying: CopyMaterial,
    private readonly organizations: OrganizationsRepository,
    private readonly letters: LettersRepository,
    private readonly reading: ReadLetters,
    private readonly writing: WriteLetter,
    private readonly pending: PendingObjects,
    private readonly audit: Audit,
  ) {}

  handle(delivery: LetterDelivery, signal?: AbortSignal): Promise<void> {
    return this.reading.execute(delivery, this, signal);
  }

  /** A body that is suspended or closing reads nothing; its letters wait. */
  heard(context: JobContext, caseId: string): Promise<number | 'waits' | 'gone'> {
    return this.database.read(context, async (manager) => {
      const state = await this.organizations.stateOf(manager, context.organizationId);
      if (state === null || state === 'deleted') return 'gone';
      if (state !== 'open') return 'waits';
      return (await this.cases.find(manager, context, caseId))?.heard ?? 0;
    });
  }

  async read(
    context: JobContext,
    letter: Letter,
    sender: JobContext,
    signal?: AbortSignal,
  ): Promise<void> {
    const { caseId } = letter;
    const dossierId = await this.toBeCopied(context, letter);
    const copied =
      dossierId === undefined
        ? null
        : await this.copying.execute(context, sender, caseId, dossierId, signal);
    const enterpriseName = await this.database.read(sender, (manager) =>
      this.organizations.nameOf(manager, sender),
    );
    await this.database.transaction(context, async (manager) => {
      await takeTurn(manager, turnOfCase(caseId));
      const found = await this.cases.find(manager, context, caseId);
      if ((found?.heard ?? 0) >= letter.number) return;
      await this.letters.keep(manager, context, letter);
      if (found !== null) await this.goOn(manager, context, found, letter, copied);
      else if (copied !== null) {
        const enterprise = { id: sender.organizationId, name: enterpriseName };
        await this.receive(manager, context, letter, copied, enterprise);
      }
    });
  }

  /** Nothing is copied for a letter that was read meanwhile, or comes too late to count. */
  private async toBeCopied(context: JobContext, letter: Letter): Promise<string | undefined> {
    const { caseId } = letter;
    const counts = await this.database.read(context, async (manager) => {
      const found = await this.cases.find(manager, context, caseId);
      if (found === null) return true;
      const state = await this.stateAfter(manager, context, found, letter);
      return found.heard < letter.number && state !== found.state;
    });
    return counts ? letter.content.dossierId : undefined;
  }

  /** The first letter: a case begins, and the enterprise is told its number. */
  private async receive(
    manager: EntityManager,
    context: JobContext,
    { caseId, number: heard, content: { renews = '' } }: Letter,
    copied: Copied,
    enterprise: { readonly id: string; readonly name: string },
  ): Promise<void> {
    const year = organizationDay(new Date()).slice(0, 4);
    const number = await this.cases.nextNumber(manager, context, year);
    const received = { state: 'received', material: 1, heard, written: 1 } as const;
    await this.cases.insert(manager, context, {
      ...{ id: caseId, number, renews, ...received },
      ...{ enterpriseId: enterprise.id, enterpriseName: enterprise.name },
    });
    await this.keep(manager, context, caseId, 1, copied);
    const { state } = received;
    const content = { text: '', caseNumber: number };
    const letter = { caseId, number: 1, kind: 'received', state, seen: heard, content } as const;
    await this.writing.execute(manager, context, letter, enterprise.id);
    const subject = { type: 'case', id: caseId };
    await this.audit.record(manager, context, 'case.received', subject, {
      ...{ number, enterprise: enterprise.name },
    });
  }

  /** One that comes too late is kept, and moves nothing. */
  private async goOn(
    manager: EntityManager,
    context: JobContext,
    found: Case,
    letter: Letter,
    copied: Copied | null,
  ): Promise<void> {
    const state = await this.stateAfter(manager, context, found, letter);
    const isCorrected = copied !== null && state !== found.state;
    const material = isCorrected ? found.material + 1 : found.material;
    if (isCorrected) await this.keep(manager, context, found.id, material, copied);
    await this.cases.change(manager, context, found, { state, material, heard: letter.number });
    const subject = { type: 'case', id: found.id };
    await this.audit.record(manager, context, 'case.letter_read', subject, {
      ...{ number: found.number, letter: letter.kind },
    });
  }

  private async stateAfter(
    manager: EntityManager,
    context: JobContext,
    { id, state }: Case,
    letter: Letter,
  ): Promise<CaseState> {
    const letters = await this.letters.list(manager, context, id);
    const own = letters.filter(({ writtenBy }) => writtenBy === 'body');
    return stateAfterLetter(state, letter, lastMove(own));
  }

  private async keep(
    manager: EntityManager,
    context: JobContext,
    caseId: string,
    number: number,
    { newKeys, ...material }: Copied,
  ): Promise<void> {
    await this.materials.insert(manager, context, caseId, { ...material, number });
    for (const key of newKeys) await this.pending.record(manager, context, key);
  }
}
