import { Injectable } from '@nestjs/common';
import { movesFrom, SCHEME_ENTRY_MOVES } from '@liangxing/contracts';
import { differingFields, type Scheme, type SecondReading } from '@liangxing/scheme';
import { schemeFromEntry, type EntryRoots } from '@liangxing/scheme/loader';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  notFound,
  organizationDay,
  ProblemError,
  type RequestContext,
  TenantDatabase,
  versionConflict,
} from '../../../kernel';
import { publicSources } from '../own-scheme';
import { StoreOwnScheme } from './store-own-scheme';
import { EntryDto } from '../entries/dto/entry.dto';
import { EntriesRepository, type SeenEntry } from '../entries/entries.repository';
import type { EntryView, SchemeEntry } from '../entries/entry';
import { refuseIncomplete } from './move-entry';
import { isEditorOf, ShowEntry } from './show-entry';

/**
 * The second person types totals and thresholds from the paper. Where both agree the table becomes a scheme in the
 * same transaction; where not, it is said which fields differ and nothing else. Every attempt is kept.
 */
@Injectable()
export class CheckEntry {
  constructor(
    private readonly database: TenantDatabase,
    private readonly entries: EntriesRepository,
    private readonly shown: ShowEntry,
    private readonly store: StoreOwnScheme,
    private readonly audit: Audit,
  ) {}

  /** @throws ProblemError not_found, scheme_entry_same_person, version_conflict, scheme_entry_move_not_allowed */
  async execute(
    context: RequestContext,
    seen: SeenEntry,
    reading: SecondReading,
  ): Promise<EntryView> {
    const { entry: known } = await this.shown.execute(context, seen.id);
    const roots = await this.shown.rootsOf(context, known);
    return this.database.transaction(context, async (manager) => {
      const entry = await this.entries.find(manager, context, seen.id, true);
      if (entry === null) throw notFound();
      if (isEditorOf(entry, context)) throw new ProblemError('scheme_entry_same_person');
      if (entry.version !== seen.version)
        throw versionConflict(EntryDto.of(await this.shown.of(manager, context, entry)));
      if (!movesFrom(SCHEME_ENTRY_MOVES, entry.state).includes('confirm'))
        throw new ProblemError('scheme_entry_move_not_allowed');
      const differing = differingFields(entry.content, reading);
      const check = await this.entries.insertCheck(manager, context, entry.id, reading, differing);
      const subject = { type: 'scheme_entry', id: entry.id };
      const details = { number: check.number, agreed: differing.length === 0, differing };
      await this.audit.record(manager, context, 'scheme_entry.checked', subject, details);
      const after = differing.length > 0 ? entry : await this.enter(manager, context, entry, roots);
      return this.shown.of(manager, context, after);
    });
  }

  private async enter(
    manager: EntityManager,
    context: RequestContext,
    entry: SchemeEntry,
    roots: EntryRoots,
  ): Promise<SchemeEntry> {
    const people = {
      enteredBy: entry.editors.map(({ name }) => name),
      checkedBy: context.userName,
      checkedOn: organizationDay(new Date()),
    };
    const made = schemeFromEntry(entry.content, roots, people);
    if ('problems' in made) {
      // It was complete when it was submitted; the product has become stricter since.
      refuseIncomplete(made.problems);
      throw new Error('an entry with problems has no scheme');
    }
    const { scheme } = await this.store.next(manager, context, made.scheme, entry.fileName, named);
    const move = SCHEME_ENTRY_MOVES.confirm;
    return this.entries.move(manager, context, entry, move, scheme);
  }
}

/** Its paper and its people are named; that nobody compared it with a public source need not be said beside them. */
const named = (scheme: Scheme): Scheme => ({
  ...scheme,
  sources: publicSources(scheme),
});
