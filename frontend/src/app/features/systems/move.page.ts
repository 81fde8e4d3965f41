import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { STRUCTURE_TEMPLATES } from '@liangxing/system-structure';
import { Api } from '../../core/api/api';
import { Busy } from '../../core/once/busy';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { LanguageService } from '../../core/i18n/language.service';
import { CurrentOrganization } from '../../core/session/current-organization';
import { Dialogs } from './dialogs';
import { movedCount, openRows, targetOf, type MoveChoices } from './move-choices';
import { nameOf } from './node-name';
import type { MovePreview, MoveRow } from './system';
import { SystemStore } from './system-store';
import { SystemView } from './system-view';

const TO = 'gb-t-15496-2017' as const;

/** From the 2003 to the 2017 form: what goes where, and what a person must say, before anything is done. */
@Component({
  selector: 'lx-move-page',
  imports: [ProblemNotice, RouterLink, TranslocoDirective],
  templateUrl: './move.page.html',
  styleUrl: './move.page.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MovePage {
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly language = inject(LanguageService);
  private readonly notices = inject(Notices);
  private readonly organization = inject(CurrentOrganization);
  private readonly router = inject(Router);
  private readonly transloco = inject(TranslocoService);
  protected readonly store = inject(SystemStore);
  protected readonly opened = inject(SystemView);

  protected readonly preview = signal<MovePreview | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly choices = signal<MoveChoices>({});
  protected readonly showsEmpty = signal(false);
  private readonly applying = new Busy();
  protected readonly isBusy = this.applying.isBusy;
  protected readonly open = computed(() => openRows(this.preview()?.rows ?? [], this.choices()));
  protected readonly moved = computed(() => movedCount(this.preview()?.rows ?? [], this.choices()));
  protected readonly rows = computed(() => {
    const rows = this.preview()?.rows ?? [];
    return this.showsEmpty() ? rows : rows.filter(({ standards }) => standards.length > 0);
  });
  protected readonly anew = computed(() =>
    (this.preview()?.decisions ?? []).filter(({ toKey }) => toKey === null),
  );
  protected readonly carried = computed(() =>
    (this.preview()?.decisions ?? []).filter(({ toKey }) => toKey !== null),
  );
  /** Names of own nodes by their keys in the new system. */
  private readonly ownKeys = computed(
    () => new Map((this.preview()?.ownNodes ?? []).map((row) => [row.toKey, row.fromKey])),
  );
  private readonly nodes = new Map(STRUCTURE_TEMPLATES[TO].nodes.map((node) => [node.code, node]));
  private readonly parents = new Set(STRUCTURE_TEMPLATES[TO].nodes.map(({ parent }) => parent));

  constructor() {
    effect(() => {
      const id = this.opened.id();
      // While it is moved the store opens the new system, from which no way leads on.
      if (id !== null && !untracked(this.isBusy)) void this.read(id);
    });
  }

  protected base(): readonly string[] {
    return ['/o', this.organization.id(), 'system'];
  }

  protected async read(id: string): Promise<void> {
    try {
      this.preview.set(await this.api.get('/systems/{id}/move-preview', { id, to: TO }));
      this.problem.set(null);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  protected fromLabel(row: Pick<MoveRow, 'fromKey'>): string {
    const node = this.opened.index().byKey.get(row.fromKey);
    return node === undefined
      ? row.fromKey
      : `${node.code} ${nameOf(node.name, this.language.current())}`;
  }

  protected toLabel(key: string): string {
    const node = this.nodes.get(key);
    if (node !== undefined) return `${key} ${nameOf(node.name, this.language.current())}`;
    // An own node is known by its name; its code may be another one there.
    const own = this.opened.index().byKey.get(this.ownKeys().get(key) ?? '');
    return own === undefined ? key : nameOf(own.name, this.language.current());
  }

  protected target(row: MoveRow): readonly string[] {
    return targetOf(row, this.choices());
  }

  protected isLeftOut(row: MoveRow): boolean {
    return this.choices()[row.id]?.length === 0;
  }

  protected titlesOf(row: MoveRow): string {
    const byId = this.opened.standardById();
    const titles = row.standards.slice(0, 20).map((id) => {
      const standard = byId.get(id);
      return standard === undefined ? '' : `${standard.number} ${standard.title}`.trim();
    });
    return titles.join('\n');
  }

  protected choose(row: MoveRow): void {
    const language = this.language.current();
    this.dialogs.choose({
      title: this.transloco.translate('systems.move.choose', { node: this.fromLabel(row) }),
      choices: [...this.nodes.values()].map((node) => ({
        id: node.code,
        code: node.code,
        label: nameOf(node.name, language),
        hint: this.parents.has(node.code) ? '' : nameOf(node.purpose, language),
      })),
      choose: (key) => this.set(row, [key]),
    });
  }

  protected leaveOut(row: MoveRow): void {
    this.set(row, []);
  }

  protected forget(row: MoveRow): void {
    this.choices.update((choices) =>
      Object.fromEntries(Object.entries(choices).filter(([id]) => id !== row.id)),
    );
  }

  protected async apply(): Promise<void> {
    const [id, preview] = [this.opened.id(), this.preview()];
    if (id === null || preview === null) return;
    await this.applying.run(() => this.applyNow(id, preview.version), id);
  }

  private async applyNow(id: string, version: number): Promise<void> {
    try {
      const body = { to: TO, choices: this.choices() };
      const system = await this.api.post('/systems/{id}/move', { id, ifMatch: version, body });
      await this.store.open(system.id);
      await this.router.navigate([...this.base()]);
      this.notices.done(this.transloco.translate('systems.move.done', { placed: system.placed }), {
        label: this.transloco.translate('systems.move.undo'),
        run: () => void this.undo(system.id),
      });
    } catch (error) {
      // Choices stay; the preview is read again where the system has changed meanwhile.
      const problem = problemOf(error);
      this.problem.set(problem);
      if (problem.isConflict) await this.read(id);
    }
  }

  /** Takes back the move even where another system has been opened meanwhile. */
  private async undo(moved: string): Promise<void> {
    if (this.opened.id() !== moved) await this.store.open(moved);
    if (this.opened.id() === moved) await this.store.delete();
  }

  private set(row: MoveRow, keys: readonly string[]): void {
    this.choices.update((choices) => ({ ...choices, [row.id]: keys }));
  }
}
