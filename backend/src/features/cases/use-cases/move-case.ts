import {
  bodyVerbsFrom,
  CASE_MOVES,
  LETTER_OF_VERB,
  OPEN_CASE_STATES,
  type BodyVerb,
  type CaseState,
  type LetterKind,
} from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  notFound,
  ProblemError,
  takeTurn,
  TenantDatabase,
  validationFailed,
  versionConflict,
  type RequestContext,
} from '../../../kernel';
import { WriteLetter, type LetterContent } from '../../letters';
import type { Case } from '../case';
import { CasesRepository, turnOfCase } from '../cases.repository';
import { caseDto } from '../dto/case.dto';

interface SeenCase {
  readonly id: string;
  readonly version: number;
}

/** A registrar moves a case on, or asks the enterprise; the letter that tells it goes with the move. */
@Injectable()
export class MoveCase {
  constructor(
    private readonly database: TenantDatabase,
    private readonly cases: CasesRepository,
    private readonly letters: WriteLetter,
    private readonly audit: Audit,
  ) {}

  /** @throws ProblemError not_found, version_conflict, case_moved, validation_failed where nothing is said that must be */
  execute(
    context: RequestContext,
    seen: SeenCase,
    move: BodyVerb,
    content: LetterContent,
  ): Promise<Case> {
    const isCorrection = move === 'request_correction';
    const { text, due, missing = [] } = content;
    if (move === 'reject' && text.trim() === '')
      throw validationFailed({ path: 'text', code: 'required' });
    if (isCorrection && missing.length === 0)
      throw validationFailed({ path: 'missing', code: 'required' });
    return this.database.transaction(context, async (manager) => {
      const found = await this.seen(manager, context, seen);
      if (!bodyVerbsFrom(found.state).includes(move)) throw new ProblemError('case_moved');
      const state = CASE_MOVES[move].to;
      const said = isCorrection
        ? { text, missing, ...(due === undefined ? {} : { due }) }
        : { text };
      return this.write(manager, context, found, LETTER_OF_VERB[move], state, said);
    });
  }

  /** @throws ProblemError not_found, version_conflict, case_moved where the case is at its end */
  ask(context: RequestContext, seen: SeenCase, content: LetterContent): Promise<Case> {
    return this.database.transaction(context, async (manager) => {
      const found = await this.seen(manager, context, seen);
      if (!OPEN_CASE_STATES.includes(found.state)) throw new ProblemError('case_moved');
      return this.write(manager, context, found, 'asked', found.state, content);
    });
  }

  private async seen(
    manager: EntityManager,
    context: RequestContext,
    { id, version }: SeenCase,
  ): Promise<Case> {
    await takeTurn(manager, turnOfCase(id));
    const found = await this.cases.find(manager, context, id);
    if (found === null) throw notFound();
    if (found.version !== version) throw versionConflict(caseDto(found));
    return found;
  }

  private async write(
    manager: EntityManager,
    context: RequestContext,
    found: Case,
    kind: LetterKind,
    state: CaseState,
    content: LetterContent,
  ): Promise<Case> {
    const { id, heard: seen, enterpriseId, number: caseNumber } = found;
    const number = found.written + 1;
    await this.cases.change(manager, context, found, { state, written: number });
    const said = { ...content, text: content.text.trim() };
    const letter = { caseId: id, number, kind, state, seen, content: said };
    await this.letters.execute(manager, context, letter, enterpriseId);
    const action = kind === 'asked' ? 'case.asked' : 'case.moved';
    await this.audit.record(
      manager,
      context,
      action,
      { type: 'case', id },
      {
        ...{ number: caseNumber, letter: kind },
      },
    );
    return (await this.cases.find(manager, context, id)) ?? found;
  }
}
