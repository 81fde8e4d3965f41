/** 关注: standards are followed, no longer followed, and what changed is marked as read. */
import { Injectable } from '@nestjs/common';
import { Audit, notFound, organizationDay, RequestContext, TenantDatabase } from '../../../kernel';
import { ReadWatched } from '../watch/read-watched';
import { readNumbers, stampOf } from '../watch/watched';
import { WatchedRepository } from '../watch/watched.repository';

interface AddedWatched {
  readonly ids: readonly string[];
  /** Numbers that were followed already. */
  readonly already: readonly string[];
  /** Lines without the number of a standard. */
  readonly unread: readonly string[];
}

const subjectOf = ({ organizationId }: RequestContext) => ({
  type: 'watched',
  id: organizationId,
});

@Injectable()
export class KeepWatched {
  constructor(
    private readonly database: TenantDatabase,
    private readonly watched: WatchedRepository,
    private readonly reading: ReadWatched,
    private readonly audit: Audit,
  ) {}

  /** Each number once; what is known of it now counts as read. */
  async add(context: RequestContext, text: string, now: Date): Promise<AddedWatched> {
    const { wanted, unread } = readNumbers(text);
    return this.database.transaction(context, async (manager) => {
      await this.watched.takeTurn(manager, context);
      const followed = await this.watched.list(manager, context);
      const present = new Set(followed.map(({ identityKey }) => identityKey));
      const fresh = wanted.filter(({ identityKey }) => !present.has(identityKey));
      const known = await this.reading.known(manager, context, organizationDay(now), fresh);
      const rows = fresh.flatMap((one) => {
        const found = known.get(one.identityKey);
        return found === undefined ? [] : [{ ...one, seen: found.state }];
      });
      const ids = await this.watched.insert(manager, context, rows);
      const numbers = rows.map(({ number }) => number);
      if (ids.length > 0)
        await this.audit.record(manager, context, 'watched.added', subjectOf(context), { numbers });
      const already = wanted
        .filter(({ identityKey }) => present.has(identityKey))
        .map(({ number }) => number);
      return { ids, already, unread };
    });
  }

  /** @throws ProblemError not_found */
  async remove(context: RequestContext, id: string): Promise<void> {
    await this.database.transaction(context, async (manager) => {
      const number = await this.watched.remove(manager, context, id);
      if (number === null) throw notFound();
      await this.audit.record(manager, context, 'watched.removed', subjectOf(context), { number });
    });
  }

  /** @throws ProblemError not_found, also where it was followed anew since */
  async restore(context: RequestContext, id: string): Promise<void> {
    await this.database.transaction(context, async (manager) => {
      const number = await this.watched.restore(manager, context, id);
      if (number === null) throw notFound();
      await this.audit.record(manager, context, 'watched.restored', subjectOf(context), { number });
    });
  }

  /**
   * 标为已阅, for everybody of the enterprise.
   * @param shown with the stamp of the state that the person saw: what changed since stays marked
   * @returns how many were marked
   */
  async markRead(
    context: RequestContext,
    shown: readonly { readonly id: string; readonly stamp: string }[],
    now: Date,
  ): Promise<number> {
    const stamps = new Map(shown.map(({ id, stamp }) => [id, stamp]));
    return this.database.transaction(context, async (manager) => {
      const followed = await this.watched.some(manager, context, [...stamps.keys()]);
      if (followed.length === 0) throw notFound();
      const known = await this.reading.known(manager, context, organizationDay(now), followed);
      const seen = followed.flatMap(({ id, identityKey }) => {
        const state = known.get(identityKey)?.state;
        return state !== undefined && stampOf(state) === stamps.get(id)
          ? [{ id, seen: state }]
          : [];
      });
      await this.watched.markSeen(manager, context, seen);
      const ids = seen.map(({ id }) => id);
      if (ids.length > 0)
        await this.audit.record(manager, context, 'watched.read', subjectOf(context), { ids });
      return seen.length;
    });
  }
}
