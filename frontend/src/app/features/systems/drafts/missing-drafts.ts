import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { LanguageService } from '../../../core/i18n/language.service';
import { Dialogs } from '../dialogs';
import { nameOf } from '../node-name';
import type { ExpectationStatus } from '../system';
import { SystemSender } from '../system-sender';
import { SystemView } from '../system-view';
import { EMPTY_DRAFT, kindFor } from './draft';
import { DraftsStore } from './drafts-store';

/** Everything that the system still lacks and the enterprise writes itself, to be started together. */
@Component({
  selector: 'lx-missing-drafts',
  imports: [TranslocoDirective],
  templateUrl: './missing-drafts.html',
  styleUrl: './missing-drafts.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MissingDrafts {
  private readonly opened = inject(SystemView);
  private readonly sender = inject(SystemSender);
  private readonly dialogs = inject(Dialogs);
  private readonly language = inject(LanguageService);
  private readonly transloco = inject(TranslocoService);
  protected readonly store = inject(DraftsStore);
  readonly closed = output();
  readonly started = output();
  readonly numbering = output();

  protected readonly department = signal('');
  protected readonly isNumbered = signal(true);
  protected readonly missing = computed(() =>
    (this.opened.coverage()?.expectations ?? []).filter(
      ({ state, level }) => state === 'missing' && level !== 'external',
    ),
  );
  /** By node, in the order of the system. */
  protected readonly groups = computed(() => {
    const byNode = new Map<string, ExpectationStatus[]>();
    for (const one of this.missing()) {
      byNode.set(one.node, [...(byNode.get(one.node) ?? []), one]);
    }
    const { byKey } = this.opened.index();
    return [...byNode].flatMap(([key, documents]) => {
      const node = byKey.get(key);
      return node === undefined
        ? []
        : [{ key, code: node.code, name: nameOf(node.name, this.language.current()), documents }];
    });
  });
  /** What is essential is chosen; the rest waits for a decision. */
  protected readonly chosen = linkedSignal<readonly ExpectationStatus[], ReadonlySet<string>>({
    source: this.missing,
    computation: (missing) =>
      new Set(missing.filter(({ isEssential }) => isEssential).map(({ id }) => id)),
  });

  protected toggle(documents: readonly ExpectationStatus[], isChosen: boolean): void {
    this.chosen.update((before) => {
      const after = new Set(before);
      for (const { id } of documents) {
        if (isChosen) after.add(id);
        else after.delete(id);
      }
      return after;
    });
  }

  protected isWhole(documents: readonly ExpectationStatus[]): boolean {
    return documents.every(({ id }) => this.chosen().has(id));
  }

  protected async start(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isNumbered() && this.store.numbering()?.version === 0) {
      this.numbering.emit();
      return;
    }
    const asked = this.groups().flatMap(({ key, code, documents }) =>
      documents.filter(({ id }) => this.chosen().has(id)).map((one) => this.asked(one, key, code)),
    );
    if (await this.store.startSeveral(asked, this.isNumbered())) this.started.emit();
  }

  /** One reason for all that are chosen: one step of undo. */
  protected notNeeded(): void {
    const chosen = [...this.chosen()];
    const text = (key: string) =>
      this.transloco.translate(`drafts.missing.${key}`, { count: chosen.length });
    this.dialogs.ask({
      title: text('notNeededTitle'),
      text: text('notNeededQuestion'),
      fields: [{ name: 'reason', label: text('notNeededReason'), isRequired: true, isLong: true }],
      done: text('notNeededDone'),
      submit: ({ reason = '' }) =>
        this.sender.change(
          chosen.map((expectation) => ({
            op: 'decide' as const,
            expectation,
            decision: { kind: 'not_needed' as const, reason },
          })),
        ),
    });
  }

  private asked({ title, outline }: ExpectationStatus, key: string, node: string) {
    const { number: _, ...empty } = EMPTY_DRAFT;
    const found = this.store.outlines().find(({ id }) => id === outline);
    const kind = found?.kind ?? kindFor(key, title);
    const outlineId = found?.id ?? '';
    return { ...empty, kind, outlineId, title, department: this.department(), node, key };
  }
}
