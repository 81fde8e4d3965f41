import { Injectable, computed, inject, signal } from '@angular/core';
import { chosenAssessment } from '@liangxing/contracts';
import { Api } from '../api/api';
import type { AssessmentDto } from '../api/generated/openapi';
import { CurrentOrganization } from '../session/current-organization';

export type Assessment = AssessmentDto;

/** Where a machine remembers the choice for addresses that name none: a link in a mail, a new tab. */
const storageKey = (organizationId: string): string => `lx.assessment.${organizationId}`;

/**
 * The one self-evaluation that every screen of the enterprise speaks of. The address names the chosen one
 * (`?assessment=<id>`, see `nameTheAssessment`); without a choice it is the newest open one.
 */
@Injectable({ providedIn: 'root' })
export class CurrentAssessment {
  private readonly api = inject(Api);
  private readonly organization = inject(CurrentOrganization);
  private readonly choices = signal<ReadonlyMap<string, string>>(new Map());
  private loading: {
    readonly organizationId: string;
    readonly answer: Promise<Assessment | null>;
  } | null = null;
  private readonly lists = signal<ReadonlyMap<string, readonly Assessment[]>>(new Map());

  /** Every one of the enterprise, newest first; null: not known yet. */
  readonly all = computed(() => this.lists().get(this.organization.id()) ?? null);
  readonly chosenId = computed(() => this.choiceOf(this.organization.id()));
  readonly current = computed(() => chosenAssessment(this.all() ?? [], this.chosenId()));
  /** What a link into the enterprise's pages takes along, for one that is opened in a tab of its own. */
  readonly query = computed(() => {
    const assessment = this.chosenId();
    return assessment ? { assessment } : {};
  });

  /** Null: none was chosen in this enterprise. */
  choiceOf(organizationId: string): string | null {
    return this.choices().get(organizationId) ?? localStorage.getItem(storageKey(organizationId));
  }

  choose(organizationId: string, id: string): void {
    if (this.choices().get(organizationId) === id) return;
    this.choices.update((choices) => new Map(choices).set(organizationId, id));
    localStorage.setItem(storageKey(organizationId), id);
  }

  /** Asks the server for the list, once for all who ask meanwhile, and answers the current one. */
  load(): Promise<Assessment | null> {
    const organizationId = this.organization.id();
    if (this.loading?.organizationId !== organizationId) {
      const answer = this.read(organizationId).finally(() => (this.loading = null));
      this.loading = { organizationId, answer };
    }
    return this.loading.answer;
  }

  /** A choice that is not in the list any more is forgotten. */
  private async read(organizationId: string): Promise<Assessment | null> {
    const list = await this.api.get('/assessments');
    this.lists.update((lists) => new Map(lists).set(organizationId, list));
    const choice = this.choiceOf(organizationId);
    if (choice !== null && !list.some(({ id }) => id === choice)) this.forget(organizationId);
    return chosenAssessment(list, this.choiceOf(organizationId));
  }

  /** As the list has it now: it may have been renamed or moved along since it was opened. */
  asKnown<T extends Assessment | null>(opened: T): T | Assessment {
    return this.all()?.find(({ id }) => id === opened?.id) ?? opened;
  }

  /** What became of one that takes no more. */
  async lookAgain(assessmentId: string): Promise<void> {
    this.accept(await this.api.get('/assessments/{assessmentId}', { assessmentId }));
  }

  /** One was renamed or moved along. */
  accept(changed: Assessment): void {
    this.edit((list) => list.map((one) => (one.id === changed.id ? changed : one)));
  }

  removed({ id }: Assessment): void {
    this.edit((list) => list.filter((one) => one.id !== id));
    if (this.chosenId() === id) this.forget(this.organization.id());
  }

  private edit(change: (list: readonly Assessment[]) => readonly Assessment[]): void {
    const list = change(this.all() ?? []);
    this.lists.update((lists) => new Map(lists).set(this.organization.id(), list));
  }

  private forget(organizationId: string): void {
    localStorage.removeItem(storageKey(organizationId));
    this.choices.update((choices) => {
      const others = new Map(choices);
      others.delete(organizationId);
      return others;
    });
  }
}
