import { Injectable, inject } from '@angular/core';
import { Api } from '../../../core/api/api';
import { DraftQueue } from '../../../core/drafts/draft-queue';
import { mergedFields } from '../../../core/drafts/merge-fields';
import { CurrentOrganization } from '../../../core/session/current-organization';
import { SessionService } from '../../../core/session/session.service';
import type { Draft, DraftContent } from './draft';
import { DraftsStore } from './drafts-store';

type DraftChange = Partial<DraftContent>;

/** As builds kept it before people had accounts: the drafters as bare names. */
interface NamedChange extends Omit<DraftChange, 'drafters'> {
  readonly drafters?: readonly (string | DraftContent['drafters'][number])[];
}

/** What was typed, and the version that it was typed upon, as builds before the common saver kept it. */
interface KeptDraft {
  readonly typed: NamedChange;
  readonly version: number;
}

/** Facts of one own standard that are typed and not yet stored. Provided by its panel. */
@Injectable()
export class DraftEdits extends DraftQueue<DraftChange, Draft> {
  private readonly api = inject(Api);
  private readonly session = inject(SessionService);
  private readonly organization = inject(CurrentOrganization);
  private readonly store = inject(DraftsStore);

  open({ id }: Draft): Promise<void> {
    const organizationId = this.organization.id();
    const userId = this.session.user()?.id ?? '';
    return this.openTarget({
      prefix: `own-standards:${userId}:${id}:`,
      earlier: {
        key: `own-standard:${userId}:${id}`,
        draftsOf: (kept) => {
          const { typed, version } = kept as KeptDraft;
          return [{ itemId: id, content: withPeople(typed), version }];
        },
      },
      inTodaysShape: withPeople,
      send: (_, { content, version }) =>
        this.api.patch('/drafts/{id}', { organizationId, id, ifMatch: version, body: content }),
      stored: () => this.store.shown(id),
      contentOf: (draft) => draft,
      merge: mergedFields,
      isComplete: ({ title }) => title?.trim() !== '',
      onSaved: (saved) => this.store.take(saved),
      onClosed: () => this.store.lookAgain(id),
    });
  }

  type(id: string, change: DraftChange): void {
    // Whoever types on has seen what somebody else wrote.
    this.settle(id, 'mine');
    this.put(id, { ...this.drafts().get(id)?.content, ...change });
  }
}

function withPeople({ drafters, ...rest }: NamedChange): DraftChange {
  if (!drafters) return rest;
  const people = drafters.map((one) =>
    typeof one === 'string' ? { name: one, userId: null } : one,
  );
  return { ...rest, drafters: people };
}
