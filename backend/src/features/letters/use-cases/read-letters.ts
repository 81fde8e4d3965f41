import { Injectable } from '@nestjs/common';
import type { CaseSide } from '@liangxing/contracts';
import { TenantDatabase, type JobContext } from '../../../kernel';
import { contextOfLetters, type LetterDelivery } from '../delivery';
import type { Letter } from '../letter';
import { LettersRepository } from '../letters.repository';

/** How a side reads the letters of the other one; its context is its own tenant. */
export interface LetterReader {
  /** Who wrote them. */
  readonly writtenBy: CaseSide;
  /** The last one that it has read; 0: none. `waits`: it reads nothing now; `gone`: it is no more, and never will. */
  heard(context: JobContext, caseId: string): Promise<number | 'waits' | 'gone'>;
  /**
   * Keeps a letter and does what it says, in one transaction; one that another job has read meanwhile does nothing.
   * @param sender the tenant of who wrote it
   */
  read(
    context: JobContext,
    letter: Letter,
    sender: JobContext,
    signal: AbortSignal | undefined,
  ): Promise<void>;
}

/** Reads what was written in a case and not read yet, one letter after the other. */
@Injectable()
export class ReadLetters {
  constructor(
    private readonly database: TenantDatabase,
    private readonly letters: LettersRepository,
  ) {}

  async execute(
    { context: sender, caseId, addresseeId }: LetterDelivery,
    reader: LetterReader,
    signal?: AbortSignal,
  ): Promise<void> {
    const { writtenBy } = reader;
    const context = contextOfLetters(sender, addresseeId);
    for (;;) {
      const heard = await reader.heard(context, caseId);
      if (heard === 'waits') return;
      if (heard === 'gone') {
        await this.database.transaction(sender, (manager) =>
          this.letters.lose(manager, sender, { caseId, writtenBy }),
        );
        return;
      }
      const letter = await this.database.read(sender, (manager) =>
        this.letters.next(manager, sender, { caseId, writtenBy }, heard),
      );
      signal?.throwIfAborted();
      if (letter !== null) await reader.read(context, letter, sender, signal);
      await this.database.transaction(sender, (manager) =>
        this.letters.delivered(manager, sender, { caseId, writtenBy }, letter?.number ?? heard),
      );
      if (letter === null) return;
    }
  }
}
