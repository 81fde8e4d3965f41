import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import { Api } from '../../../core/api/api';
import { LocalDrafts } from '../../../core/drafts/local-drafts';
import { type FieldConflict, isSameValue, mergeFields } from '../../../core/drafts/merge-fields';
import type { SaveStateName } from '../../../core/drafts/save-state';
import { type Problem, problemOf } from '../../../core/errors/problem';
import { CurrentOrganization } from '../../../core/session/current-organization';
import { SessionService } from '../../../core/session/session.service';
import { QuietTimer } from '../../../core/typing/quiet-timer';
import { type Profile, type ProfileContent, type ProfileField, contentOf } from './profile';

const quietMilliseconds = 700;
const retryMilliseconds = 8_000;

interface Draft {
  readonly base: ProfileContent;
  readonly mine: ProfileContent;
}

/**
 * The profile being filled in: saves itself, keeps what the server has not taken on this machine,
 * and brings another person's changes together with one's own.
 */
@Injectable()
export class ProfileStore {
  private readonly api = inject(Api);
  private readonly drafts = inject(LocalDrafts);
  private readonly key = `profile:${inject(SessionService).user()?.id ?? ''}:${inject(CurrentOrganization).id()}`;

  private readonly stored = signal<Profile | null>(null);
  private readonly mine = signal<ProfileContent | null>(null);
  private readonly refusals = signal<ReadonlyMap<ProfileField, string>>(new Map());
  private readonly disputed = signal<readonly FieldConflict<ProfileContent>[]>([]);
  private readonly isSaving = signal(false);
  private readonly isOffline = signal(false);
  private readonly timer = new QuietTimer();
  private isClosed = false;

  readonly content = this.mine.asReadonly();
  readonly refused = this.refusals.asReadonly();
  readonly conflicts = this.disputed.asReadonly();
  readonly problem = signal<Problem | null>(null);
  readonly completeness = computed(() => this.stored()?.completeness ?? null);
  readonly state = computed<SaveStateName>(() => {
    if (this.disputed().length > 0) return 'conflict';
    if (this.isSaving()) return 'saving';
    if (this.isOffline()) return 'offline';
    if (this.refusals().size > 0) return 'refused';
    return this.hasChanges() ? 'unsaved' : 'saved';
  });

  constructor() {
    const retry = () => this.schedule(0);
    window.addEventListener('online', retry);
    inject(DestroyRef).onDestroy(() => {
      window.removeEventListener('online', retry);
      this.timer.stop();
      this.isClosed = true;
      void this.save();
    });
  }

  async load(): Promise<void> {
    this.problem.set(null);
    try {
      const profile = await this.api.get('/profile');
      const draft = await this.drafts.read<Draft>(this.key).catch(() => undefined);
      this.stored.set(profile);
      this.mine.set(contentOf(profile));
      if (draft) this.join(draft.base, draft.mine, profile);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  set<Field extends ProfileField>(field: Field, value: ProfileContent[Field]): void {
    const content = this.mine();
    if (!content || isSameValue(content[field], value)) return;
    this.mine.set({ ...content, [field]: value });
    this.refusals.update((map) => new Map([...map].filter(([name]) => name !== field)));
    void this.keep();
    this.schedule(quietMilliseconds);
  }

  /** Marks a field as not to be sent until it is mended; the others go on saving themselves. */
  refuse(field: ProfileField, message: string): void {
    this.refusals.update((map) => new Map([...map, [field, message]]));
  }

  /** Settles a conflict for one of the two values. */
  choose(conflict: FieldConflict<ProfileContent>, which: 'mine' | 'theirs'): void {
    this.disputed.update((list) => list.filter(({ field }) => field !== conflict.field));
    this.set(conflict.field, conflict[which]);
    this.schedule(0);
  }

  private hasChanges(): boolean {
    const stored = this.stored();
    return stored !== null && !isSameValue(this.mine(), contentOf(stored));
  }

  private schedule(milliseconds: number): void {
    this.timer.stop();
    if (!this.isClosed) this.timer.start(milliseconds, () => void this.save());
  }

  /** What may be sent: mine, but the stored value where a field is refused. */
  private sendable(stored: Profile, mine: ProfileContent): ProfileContent {
    const refused = [...this.refusals().keys()].map((field) => [field, stored[field]] as const);
    return { ...mine, ...Object.fromEntries(refused) };
  }

  private async save(): Promise<void> {
    const stored = this.stored();
    const mine = this.mine();
    if (!stored || !mine || this.isSaving() || this.disputed().length > 0) return;
    const sent = this.sendable(stored, mine);
    if (isSameValue(sent, contentOf(stored))) return;
    this.isSaving.set(true);
    try {
      const asked = { ifMatch: stored.version, body: sent };
      this.accept(await this.api.put('/profile', asked));
      this.isOffline.set(false);
      await this.keep();
    } catch (error) {
      this.fail(problemOf(error), stored);
    } finally {
      this.isSaving.set(false);
    }
    if (this.hasChanges() && this.disputed().length === 0)
      this.schedule(this.isOffline() ? retryMilliseconds : quietMilliseconds);
  }

  private accept(saved: Profile): void {
    this.stored.set(saved);
    this.problem.set(null);
  }

  private fail(problem: Problem, stored: Profile): void {
    if (problem.isOffline) {
      this.isOffline.set(true);
      return;
    }
    if (problem.isConflict && problem.current) {
      const mine = this.mine();
      if (mine) this.join(contentOf(stored), mine, problem.current as Profile);
      return;
    }
    for (const { path, message } of problem.fields) {
      this.refuse(path.split('.')[0] as ProfileField, message);
    }
    if (problem.fields.length === 0) this.problem.set(problem);
  }

  private join(base: ProfileContent, mine: ProfileContent, theirs: Profile): void {
    const merged = mergeFields(base, mine, contentOf(theirs));
    this.stored.set(theirs);
    this.mine.set(merged.value);
    this.disputed.set(merged.conflicts);
    if (merged.conflicts.length === 0) this.schedule(0);
  }

  /** The draft on this machine is there exactly as long as something is not with the server. */
  private async keep(): Promise<void> {
    const stored = this.stored();
    const mine = this.mine();
    if (!stored || !mine) return;
    try {
      if (this.hasChanges()) {
        await this.drafts.write<Draft>(this.key, { base: contentOf(stored), mine });
      } else await this.drafts.remove(this.key);
    } catch {
      // Without IndexedDB (private windows of some browsers) the page still saves to the server.
    }
  }
}
