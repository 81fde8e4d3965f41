import { Injectable } from '@nestjs/common';
import {
  SCHEME_ENTRY_MOVES,
  schemeEntryVerbsFrom,
  type SchemeEntryVerb,
} from '@liangxing/contracts';
import {
  Audit,
  notFound,
  ProblemError,
  TenantDatabase,
  versionConflict,
  type RequestContext,
} from '../../../kernel';
import { EntryDto } from '../entries/dto/entry.dto';
import { EntriesRepository, type SeenEntry } from '../entries/entries.repository';
import type { EntryProblems, EntryView, SchemeEntry } from '../entries/entry';
import { isEditorOf, ShowEntry } from './show-entry';

/** Takes an entry along one move of the table in `contracts` that a person asks for. */
@Injectable()
export class MoveEntry {
  constructor(
    private readonly database: TenantDatabase,
    private readonly entries: EntriesRepository,
    private readonly shown: ShowEntry,
    private readonly audit: Audit,
  ) {}

  /**
   * @throws ProblemError not_found, scheme_entry_not_yours, version_conflict, scheme_entry_move_not_allowed,
   * scheme_entry_incomplete with every problem and its place
   */
  async execute(
    context: RequestContext,
    seen: SeenEntry,
    move: SchemeEntryVerb,
  ): Promise<EntryView> {
    const { entry: known } = await this.shown.execute(context, seen.id);
    const roots = await this.shown.rootsOf(context, known);
    return this.database.transaction(context, async (manager) => {
      const entry = await this.entries.find(manager, context, seen.id, true);
      if (entry === null) throw notFound();
      // What was entered is everyone's to revise; it then belongs to who began that.
      if (move !== 'revise' && !isEditorOf(entry, context))
        throw new ProblemError('scheme_entry_not_yours');
      if (entry.version !== seen.version)
        throw versionConflict(EntryDto.of(await this.shown.of(manager, context, entry)));
      if (!schemeEntryVerbsFrom(entry.state).includes(move))
        throw new ProblemError('scheme_entry_move_not_allowed');
      if (move === 'submit') refuseIncomplete(this.shown.problemsOf(entry, roots));
      let moved: SchemeEntry = await this.entries.move(
        manager,
        context,
        seen,
        SCHEME_ENTRY_MOVES[move],
      );
      if (move === 'revise')
        moved = await this.entries.setEditors(manager, context, moved, [
          { id: context.userId, name: context.userName },
        ]);
      const subject = { type: 'scheme_entry', id: seen.id };
      await this.audit.record(manager, context, 'scheme_entry.moved', subject, { move });
      return this.shown.of(manager, context, moved);
    });
  }
}

/** @throws ProblemError scheme_entry_incomplete */
export function refuseIncomplete(problems: EntryProblems): void {
  if (problems.length === 0) return;
  throw new ProblemError(
    'scheme_entry_incomplete',
    { count: problems.length },
    {
      errors: problems.map(({ code, place, message }) => ({
        path: [place.step, place.row, place.field].filter((part) => part !== '').join('/'),
        code,
        wording: { zh: message['zh-CN'], en: message.en },
      })),
    },
  );
}
