import {
  ChangeDetectionStrategy,
  Component,
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
import { asideLines } from '../../../core/drafts/aside-lines';
import { SaveState } from '../../../core/drafts/save-state';
import { SetAsideText } from '../../../core/drafts/set-aside';
import { Notices } from '../../../core/errors/notices';
import { ProblemNotice } from '../../../core/errors/problem-notice';
import { Members } from '../../../core/people/members';
import { PeopleLinks } from '../../../core/people/people-links';
import { typedPeople } from '../../../core/people/typed-person';
import { SystemView } from '../system-view';
import {
  forwardOf,
  namesOf,
  printedNames,
  type Draft,
  type DraftContent,
  type StepInput,
} from './draft';
import { DraftEdits } from './draft-edits';
import { DraftFile } from './draft-file';
import { DraftsStore } from './drafts-store';
import { StepForm } from './step-form';

/** One own standard: its facts, its Word file, the steps of its life. */
@Component({
  selector: 'lx-draft-panel',
  imports: [
    TranslocoDirective,
    DownloadLink,
    DraftFile,
    PeopleLinks,
    ProblemNotice,
    SaveState,
    SetAsideText,
    StepForm,
  ],
  templateUrl: './draft-panel.html',
  styleUrl: './draft-panel.less',
  providers: [DraftEdits],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DraftPanel {
  protected readonly opened = inject(SystemView);
  protected readonly store = inject(DraftsStore);
  protected readonly edits = inject(DraftEdits);
  private readonly members = inject(Members);
  readonly draft = input.required<Draft>();
  readonly numbering = output();

  private readonly draftId = computed(() => this.draft().id);
  protected readonly content = computed<DraftContent>(() => ({
    ...this.draft(),
    ...this.edits.drafts().get(this.draftId())?.content,
  }));
  protected readonly isOpen = computed(
    () => isOpenDraft(this.draft().state) && this.opened.canWrite(),
  );
  protected readonly problem = computed(() => this.edits.refused().get(this.draftId()) ?? null);
  protected readonly aside = computed(() => this.edits.aside().get(this.draftId()) ?? null);
  protected readonly canType = computed(() => this.isOpen() && this.aside() === null);
  protected readonly asideLines = computed(() => {
    const word = (field: keyof DraftContent) => (text: string) => ({
      label: this.transloco.translate<string>(`drafts.${field}`),
      text,
    });
    return asideLines(this.aside()?.content ?? {}, this.draft(), {
      title: word('title'),
      number: word('number'),
      englishTitle: word('englishTitle'),
      department: word('department'),
      drafters: (people) =>
        word('drafters')(
          people.map(({ name }) => name).join(this.transloco.translate('parting.names')),
        ),
    });
  });
  protected readonly printedNames = printedNames;
  /** The step that is being told; null: none. */
  protected readonly step = linkedSignal<string, DraftVerb | null>({
    source: () => `${this.draft().id} ${this.draft().state}`,
    computation: () => null,
  });
  /** The step that leads on; the others lead back or out. */
  protected readonly forward = computed(() => forwardOf(this.draft().state));
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);

  constructor() {
    effect(() => {
      this.draftId();
      untracked(() => void this.edits.open(this.draft()));
    });
    effect(() => {
      if (this.edits.conflicts().size > 0)
        untracked(() => this.notices.done(this.transloco.translate('drafts.textStays')));
    });
  }

  protected type(change: Partial<DraftContent>): void {
    this.edits.type(this.draftId(), change);
  }

  protected names(text: string): void {
    const { drafters } = this.content();
    this.type({ drafters: typedPeople(namesOf(text), drafters, this.members.list()) });
  }

  /** @returns whether all that was typed is stored */
  protected async save(): Promise<boolean> {
    await this.edits.flush();
    return !this.edits.isUnsent(this.draftId());
  }

  protected async giveNumber(): Promise<void> {
    if (this.store.numbering()?.version === 0) {
      this.numbering.emit();
      return;
    }
    const number = await this.store.nextNumber(this.newest());
    if (number !== null) {
      this.type({ number });
      await this.save();
    }
  }

  protected async take(told: StepInput): Promise<void> {
    if (await this.save()) await this.store.move(this.newest(), told);
  }

  protected async upload(file: File): Promise<void> {
    if (await this.save()) await this.store.addFile(this.newest(), file);
  }

  protected async removeFile(number: number): Promise<void> {
    if (await this.save()) await this.store.removeFile(this.newest(), number);
  }

  /** What was stored a moment ago is not on the screen yet. */
  private newest(): Draft {
    return this.store.shown(this.draftId()) ?? this.draft();
  }
}
