import { Injectable, computed, inject, signal } from '@angular/core';
import {
  type PortfolioClient,
  type PortfolioView,
  type SavedView,
  USUAL_VIEW,
  matchingClients,
} from '@liangxing/contracts';
import { Api } from '../../core/api/api';
import { type Problem, problemOf } from '../../core/errors/problem';
import { Busy } from '../../core/once/busy';
import { CurrentOrganization } from '../../core/session/current-organization';
import { SessionService } from '../../core/session/session.service';
import { linesOf } from './portfolio-lines';

/** As many as a screen shows: they are there before the rest is. */
const FIRST_PAGE = 50;
const LATER_PAGES = 500;

/** All clients of a consultancy as somebody looks at them: everything is sorted, narrowed and grouped here. */
@Injectable()
export class PortfolioStore {
  private readonly api = inject(Api);
  private readonly organization = inject(CurrentOrganization);
  private readonly session = inject(SessionService);
  private question = 0;
  private version = 0;
  /** Whose clients are here, and for whom: others see others. */
  private shownFor = '';

  private readonly loaded = signal<readonly PortfolioClient[] | null>(null);
  private readonly read = signal(new Date());
  readonly clients = this.loaded.asReadonly();
  /** Whether all pages are here. */
  readonly isWhole = signal(false);
  readonly problem = signal<Problem | null>(null);
  readonly view = signal<PortfolioView>(USUAL_VIEW);
  readonly views = signal<readonly SavedView[]>([]);
  /** Name of the view that was opened; empty: none. */
  readonly opened = signal('');
  readonly saving = new Busy();
  /** When the list was read: days without activity are counted until then. */
  readonly now = this.read.asReadonly();

  readonly matching = computed(() =>
    matchingClients(this.loaded() ?? [], this.view(), this.read()),
  );
  readonly lines = computed(() => linesOf(this.matching(), this.view()));

  change(changes: Partial<PortfolioView>): void {
    this.view.update((view) => ({ ...view, ...changes }));
  }

  /** The first screen at once, then the others. What was read before is shown until then. */
  async load(): Promise<void> {
    if (this.shownFor !== this.whose()) this.begin();
    const question = ++this.question;
    this.problem.set(null);
    const clients: PortfolioClient[] = [];
    let behind: string | null = null;
    try {
      do {
        const limit: number = behind === null ? FIRST_PAGE : LATER_PAGES;
        const asked: { limit: number; behind?: string } =
          behind === null ? { limit } : { limit, behind };
        const page = await this.api.get('/portfolio/clients', asked);
        if (question !== this.question) return;
        clients.push(...page.clients);
        behind = page.next;
        const isWhole = behind === null;
        if (isWhole || this.loaded() === null || !this.isWhole()) {
          this.read.set(new Date());
          this.loaded.set([...clients]);
          this.isWhole.set(isWhole);
        }
      } while (behind !== null);
    } catch (error) {
      if (question === this.question) this.problem.set(problemOf(error));
    }
  }

  /** Keeps the view under a name; one of that name is written over. */
  save(name: string, isDefault: boolean): Promise<void> {
    const view: SavedView = { ...this.view(), name, isDefault };
    const others = this.views()
      .filter((one) => one.name !== name)
      .map((one) => (isDefault ? { ...one, isDefault: false } : one));
    return this.put([...others, view]);
  }

  remove(name: string): Promise<void> {
    return this.put(this.views().filter((one) => one.name !== name));
  }

  open({ name, isDefault: _isDefault, ...view }: SavedView): void {
    this.opened.set(name);
    this.view.set(view);
  }

  /** The consultancy and the person, who may be another one in the same tab. */
  private whose(): string {
    return `${this.organization.id()} ${this.session.user()?.id ?? ''}`;
  }

  private async put(views: readonly SavedView[]): Promise<void> {
    const whose = this.whose();
    this.problem.set(null);
    const asked = { body: { views: [...views] }, ifMatch: this.version };
    try {
      const stored = await this.saving.run(
        () => this.api.put('/portfolio/views', asked),
        JSON.stringify(views),
      );
      if (stored !== undefined && whose === this.whose()) this.keep(stored);
    } catch (error) {
      if (whose !== this.whose()) return;
      const problem = problemOf(error);
      this.problem.set(problem);
      // Saved elsewhere meanwhile: those are shown, and nothing of them was written over.
      if (problem.current !== undefined)
        this.keep(problem.current as { views: SavedView[]; version: number });
    }
  }

  /** Nothing of another consultancy or person stays, nor arrives later. */
  private begin(): void {
    this.shownFor = this.whose();
    this.loaded.set(null);
    this.isWhole.set(false);
    this.view.set(USUAL_VIEW);
    this.views.set([]);
    this.opened.set('');
    this.version = 0;
    void this.loadViews();
  }

  private async loadViews(): Promise<void> {
    const whose = this.whose();
    try {
      const stored = await this.api.get('/portfolio/views');
      if (whose !== this.whose()) return;
      this.keep(stored);
      const usual = stored.views.find(({ isDefault }) => isDefault);
      if (usual !== undefined && this.view() === USUAL_VIEW) this.open(usual);
    } catch (error) {
      if (whose === this.whose()) this.problem.set(problemOf(error));
    }
  }

  private keep({ views, version }: { views: readonly SavedView[]; version: number }): void {
    this.views.set(views);
    this.version = version;
  }
}
