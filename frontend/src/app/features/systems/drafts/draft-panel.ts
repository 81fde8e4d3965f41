import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  untracked,
} from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { isOpenDraft, type DraftVerb } from '@liangxing/contracts';
import { DownloadLink } from '../../../core/download/download-link';
import { isPassing } from '../../../core/drafts/draft-saver';
import { SaveState, type SaveStateName } from '../../../core/drafts/save-state';
import { Notices } from '../../../core/errors/notices';
import { QuietTimer } from '../../../core/typing/quiet-timer';
import { SystemStore } from '../system-store';
import { forwardOf, namesOf, type Draft, type DraftContent, type StepInput } from './draft';
import { DraftsStore } from './drafts-store';
import { KeptDrafts } from './kept-drafts';
import { StepForm } from './step-form';

const retryMilliseconds = 3_000;

/** One own standard: its facts, its Word file, the steps of its life. */
@Component({
  selector: 'lx-draft-panel',
  imports: [TranslocoDirective, DownloadLink, SaveState, StepForm],
  templateUrl: './draft-panel.html',
  styleUrl: './draft-panel.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DraftPanel {
  protected readonly systems = inject(SystemStore);
  protected readonly store = inject(DraftsStore);
  readonly draft = input.required<Draft>();
  readonly numbering = output();

  private readonly draftId = computed(() => this.draft().id);
  /** What was typed and is not saved yet; another draft begins with nothing. */
  protected readonly typed = linkedSignal<string, Partial<DraftContent>>({
    source: () => this.draft().id,
    computation: () => ({}),
  });
  protected readonly content = computed(() => ({ ...this.draft(), ...this.typed() }));
  protected readonly isOpen = computed(
    () => isOpenDraft(this.draft().state) && this.systems.canWrite(),
  );
  protected readonly saveState = computed((): SaveStateName => {
    if (this.store.isBusy()) return 'saving';
    if (Object.keys(this.typed()).length === 0) return 'saved';
    const problem = this.store.problem();
    if (problem === null) return 'unsaved';
    return isPassing(problem.status) ? 'offline' : 'refused';
  });
  /** The step that is being told; null: none. */
  protected readonly step = linkedSignal<string, DraftVerb | null>({
    source: () => `${this.draft().id} ${this.draft().state}`,
    computation: () => null,
  });
  /** The step that leads on; the others lead back or out. */
  protected readonly forward = computed(() => forwardOf(this.draft().state));
  private readonly timer = new QuietTimer();
  private readonly kept = inject(KeptDrafts);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private isGone = false;

  constructor() {
    effect(() => {
      this.draftId();
      untracked(() => void this.takeUp(this.draft()));
    });
    inject(DestroyRef).onDestroy(() => {
      this.isGone = true;
      void this.save();
    });
  }

  protected type(change: Partial<DraftContent>): void {
    this.typed.update((typed) => ({ ...typed, ...change }));
    this.kept.keep(this.draft(), this.typed());
    this.timer.start(1000, () => void this.save());
  }

  protected names(text: string): void {
    this.type({ drafters: namesOf(text) });
  }

  protected async save(): Promise<boolean> {
    this.timer.stop();
    const sent = this.typed();
    if (Object.keys(sent).length === 0) return true;
    if (sent.title?.trim() === '') return false;
    const draft = this.draft();
    if (!(await this.store.change(draft, sent))) {
      const status = this.store.problem()?.status;
      if (!this.isGone && (status === undefined || isPassing(status)))
        this.timer.start(retryMilliseconds, () => void this.save());
      return false;
    }
    if (this.draft().id !== draft.id) {
      this.kept.keep(draft, {});
      return true;
    }
    // What was typed on meanwhile stays and goes next.
    this.typed.update((typed) =>
      Object.fromEntries(
        Object.entries(typed).filter(([key, value]) => sent[key as keyof DraftContent] !== value),
      ),
    );
    this.kept.keep(this.draft(), this.typed());
    return true;
  }

  /** What an earlier visit left unsent stands in its field again; it goes by itself where nobody else wrote meanwhile. */
  private async takeUp(draft: Draft): Promise<void> {
    const kept = await this.kept.read(draft);
    if (kept === null || this.draft().id !== draft.id || !this.isOpen()) return;
    this.typed.update((typed) => ({ ...kept.typed, ...typed }));
    if (kept.version === this.draft().version) await this.save();
    else this.notices.done(this.transloco.translate('drafts.textIsBack'));
  }

  protected async giveNumber(): Promise<void> {
    if (this.store.numbering()?.version === 0) {
      this.numbering.emit();
      return;
    }
    const number = await this.store.nextNumber(this.draft());
    if (number !== null) {
      this.type({ number });
      await this.save();
    }
  }

  protected async take(told: StepInput): Promise<void> {
    if (await this.save()) await this.store.move(this.draft(), told);
  }
}
