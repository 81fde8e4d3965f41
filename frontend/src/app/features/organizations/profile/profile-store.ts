import { Injectable, computed, inject, signal } from '@angular/core';
import { type NamedPerson, creditCodeProblem } from '@liangxing/contracts';
import { Api } from '../../../core/api/api';
import { DraftQueue } from '../../../core/drafts/draft-queue';
import type { Draft } from '../../../core/drafts/draft-saver';
import { isSameValue, mergedFields } from '../../../core/drafts/merge-fields';
import type { SaveStateName } from '../../../core/drafts/save-state';
import { type Problem, problemOf } from '../../../core/errors/problem';
import { CurrentOrganization } from '../../../core/session/current-organization';
import { SessionService } from '../../../core/session/session.service';
import {
  type FieldContent,
  type Profile,
  type ProfileContent,
  type ProfileField,
  contentOf,
  fieldOf,
} from './profile';
import { ProfileWriter } from './profile-writer';

/** The whole profile as builds before the common saver kept it. */
interface KeptProfile {
  readonly base: ProfileContent;
  readonly mine: ProfileContent;
}

/**
 * The profile being filled in; each of its fields is saved for itself, so that a refusal or another person's value holds
 * up no other field.
 */
@Injectable()
export class ProfileStore extends DraftQueue<FieldContent, Profile> {
  private readonly api = inject(Api);
  private readonly userId = inject(SessionService).user()?.id ?? '';
  private readonly organization = inject(CurrentOrganization);
  private readonly stored = signal<Profile | null>(null);
  /** Whose profile is here: nothing of another organization stays. */
  private shownFor = '';
  private readonly unread = signal<Problem | null>(null);

  readonly content = computed<ProfileContent | null>(() => {
    const stored = this.stored();
    const typed = [...this.drafts()].map(([field, { content }]) => [field, content.value] as const);
    return stored && { ...contentOf(stored), ...Object.fromEntries(typed) };
  });
  readonly completeness = computed(() => this.stored()?.completeness ?? null);
  /** What does not stand at the field that was sent: it is of another one, or of none. */
  readonly problem = computed(() => {
    const elsewhere = [...this.refused()].find(
      ([name, problem]) => problem.within(name).length === 0 || isOfMore(problem, name),
    );
    return this.unread() ?? elsewhere?.[1] ?? null;
  });
  /** Paths that stand at the fields that were sent. */
  readonly told = computed(() =>
    [...this.refused()].flatMap(([name, problem]) => problem.within(name).map(({ path }) => path)),
  );
  readonly saveState = computed<SaveStateName>(() => {
    const held = this.drafts().get('creditCode');
    const isHeld = held !== undefined && !isComplete(held.content, 'creditCode');
    return isHeld && this.state() === 'unsaved' ? 'refused' : this.state();
  });

  async load(): Promise<void> {
    this.close();
    this.unread.set(null);
    const organizationId = this.organization.id();
    if (organizationId !== this.shownFor) this.stored.set(null);
    this.shownFor = organizationId;
    try {
      const profile = await this.api.get('/profile', { organizationId });
      if (organizationId !== this.organization.id()) return;
      this.stored.set(profile);
      const writer = new ProfileWriter(this.api, organizationId, profile);
      const key = `profile:${this.userId}:${organizationId}`;
      await this.openTarget({
        prefix: `${key}:`,
        earlier: { key, draftsOf: (kept) => keptFields(kept as KeptProfile) },
        send: (field, { content, version }) => writer.write(field, content, version),
        stored: () => this.stored() ?? undefined,
        contentOf: (profile, field) => fieldOf(profile, field as ProfileField),
        merge: mergedFields,
        isComplete,
        onSaved: (saved) => this.stored.set(saved),
      });
    } catch (error) {
      if (organizationId === this.organization.id()) this.unread.set(problemOf(error));
    }
  }

  /** What stands in a field now, typed or stored. */
  fieldOf(field: ProfileField): FieldContent | null {
    const stored = this.stored();
    return this.drafts().get(field)?.content ?? (stored && fieldOf(stored, field));
  }

  set(field: ProfileField, value: ProfileContent[ProfileField]): void {
    this.write(field, { value });
  }

  setPerson(field: ProfileField, { name, userId }: NamedPerson): void {
    this.write(field, { value: name, userId });
  }

  private write(field: ProfileField, content: FieldContent): void {
    const shown = this.fieldOf(field);
    if (shown && !isSameValue(shown, content)) this.put(field, content);
  }
}

const isOfMore = (problem: Problem, name: string): boolean =>
  problem.within(name).length < problem.fields.length;

/** A credit code goes when its check character is right. */
function isComplete({ value }: FieldContent, field: string): boolean {
  return field !== 'creditCode' || value === '' || !creditCodeProblem(String(value));
}

/** They knew no version: what stands there now is compared with what each was made upon. */
function keptFields({ base, mine }: KeptProfile): readonly Draft<FieldContent>[] {
  const fields = Object.keys(mine) as ProfileField[];
  return fields
    .filter((field) => !isSameValue(mine[field], base[field]))
    .map((field) => ({
      ...{ itemId: field, content: { value: mine[field] }, version: 0 },
      base: { value: base[field] },
    }));
}
