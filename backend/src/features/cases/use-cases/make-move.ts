import {
  bodyMovesFrom,
  CASE_MOVES,
  letterOf,
  type BodyMove,
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
  versionConflict,
  type JobContext,
  type RequestContext,
} from '../../../kernel';
import { WriteLetter, type LetterContent } from '../../letters';
import type { Case } from '../case';
import { CasesRepository, turnOfCase } from '../cases.repository';
import { caseDto } from '../dto/case.dto';

/** A case as who moves it has seen it. */
export interface SeenCase {
  readonly id: string;
  readonly version: number;
}

/** A case of which a letter tells something; version null: whoever writes it has not looked at the case itself. */
export interface ToldCase {
  readonly id: string;
  readonly version: number | null;
}

/**
 * What else must be there, and what else changes with the move, in its transaction and in the turn of the case.
 * @returns what the letter says beside its text
 */
export type WithMove = (manager: EntityManager, found: Case) => Promise<Partial<LetterContent>>;

const nothingElse: WithMove = () => Promise.resolve({});

/** The one way in which a body moves a case on: the state, the letter that tells it and the trail in one transaction. */
@Injectable()
export class MakeMove {
  constructor(
    private readonly database: TenantDatabase,
    private readonly cases: CasesRepository,
    private readonly letters: WriteLetter,
    private readonly audit: Audit,
  ) {}

  /**
   * @param text what the enterprise is told; may be empty
   * @throws ProblemError not_found, version_conflict, case_moved, and whatever `also` refuses
   */
  execute(
    context: RequestContext,
    seen: SeenCase,
    move: BodyMove,
    text: string,
    also: WithMove = nothingElse,
  ): Promise<Case> {
    return this.database.transaction(context, async (manager) => {
      const found = await this.seen(manager, context, seen);
      if (!bodyMovesFrom(found.state).includes(move)) throw new ProblemError('case_moved');
      const content = { ...(await also(manager, found)), text };
      return this.write(manager, context, found, letterOf(move), CASE_MOVES[move].to, content);
    });
  }

  /**
   * A letter that leaves the case as it is; a person writes it, or a job of the body.
   * @param seen with version null: the letter is right however the case stands in its turn
   * @throws ProblemError not_found, version_conflict, and whatever `also` refuses
   */
  tell(
    context: JobContext,
    seen: ToldCase,
    kind: LetterKind,
    text: string,
    also: WithMove = nothingElse,
  ): Promise<Case> {
    return this.database.transaction(context, async (manager) => {
      const found = await this.seen(manager, context, seen);
      const content = { ...(await also(manager, found)), text };
      return this.write(manager, context, found, kind, found.state, content);
    });
  }

  /**
   * The same in a transaction that is open, and in the turn of the case: what it tells of was done there.
   * @param found as it was read in that turn
   */
  tellWithin(
    manager: EntityManager,
    context: JobContext,
    found: Case,
    kind: LetterKind,
    content: LetterContent,
  ): Promise<Case> {
    return this.write(manager, context, found, kind, found.state, content);
  }

  private async seen(
    manager: EntityManager,
    context: JobContext,
    { id, version }: ToldCase,
  ): Promise<Case> {
    await takeTurn(manager, turnOfCase(id));
    const found = await this.cases.find(manager, context, id);
    if (found === null) throw notFound();
    if (version !== null && found.version !== version) throw versionConflict(caseDto(found));
    return found;
  }

  private async write(
    manager: EntityManager,
    context: JobContext,
    found: Case,
    kind: LetterKind,
    state: CaseState,
    { text, ...content }: LetterContent,
  ): Promise<Case> {
    const { id, heard: seen, enterpriseId, number: caseNumber } = found;
    const number = found.written + 1;
    await this.cases.change(manager, context, found, { state, written: number });
    const said = { ...content, text: text.trim() };
    const letter = { caseId: id, number, kind, state, seen, content: said };
    await this.letters.execute(manager, context, letter, enterpriseId);
    const action = kind === 'asked' ? 'case.asked' : 'case.moved';
    const facts = { number: caseNumber, letter: kind };
    await this.audit.record(manager, context, action, { type: 'case', id }, facts);
    return (await this.cases.find(manager, context, id)) ?? found;
  }
}
