import {
  ChangeDetectionStrategy,
  Component,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Draft } from '../../../core/drafts/draft-saver';
import type { LeftReason } from '../../../core/offline/own-writing';
import { Busy } from '../../../core/once/busy';
import type { ScoreContent } from '../score';
import { FindingExport } from './finding-export';
import { KeptFindingCard } from './kept-finding-card';
import { KeptFindings } from './kept-findings';
import { SealedSheet } from './sealed-sheet';

/** What was written for a case that takes it no more: read, copied and exported until its person deletes it. */
@Component({
  selector: 'lx-left-behind',
  imports: [KeptFindingCard, TranslocoDirective],
  template: `
    <section *transloco="let t" data-testid="left-behind">
      <h1>{{ source.taken()?.number }} {{ t('takenAlong.left.title') }}</h1>
      <p>{{ t('offline.wipedBecause.' + reason()) }} {{ t('takenAlong.left.hint') }}</p>
      @for (finding of kept.all(); track finding.id) {
        <lx-kept-finding [finding]="finding" [isLeft]="true" />
      }
      @if (answers().length > 0) {
        <h2>{{ t('takenAlong.left.answers') }}</h2>
        <ul>
          @for (line of answers(); track $index) {
            <li class="said" data-testid="left-answer">{{ line }}</li>
          }
        </ul>
      }
      <p class="small">{{ t('takenAlong.findings.exportHint') }}</p>
      <div class="row">
        <button
          type="button"
          class="ant-btn ant-btn-primary"
          data-testid="export-all"
          [disabled]="busy.isBusy()"
          (click)="save()"
        >
          <span>{{ t('takenAlong.left.exportAll') }}</span>
        </button>
        <button type="button" class="ant-btn" (click)="lock.emit()">
          <span>{{ t('takenAlong.lock') }}</span>
        </button>
        <button
          type="button"
          class="ant-btn ant-btn-text"
          data-testid="left-delete"
          (click)="isAsking.set(true)"
        >
          <span>{{ t('takenAlong.delete') }}</span>
        </button>
      </div>
      @if (isAsking()) {
        <p>{{ t('takenAlong.deleteUnsent', { count: source.unsent() }) }}</p>
        <div class="row">
          <button
            type="button"
            class="ant-btn"
            data-testid="left-delete-sure"
            (click)="remove.emit()"
          >
            <span>{{ t('takenAlong.deleteSure') }}</span>
          </button>
          <button type="button" class="ant-btn" (click)="isAsking.set(false)">
            <span>{{ t('actions.cancel') }}</span>
          </button>
        </div>
      }
    </section>
  `,
  styles: `
    .row {
      display: flex;
      flex-wrap: wrap;
      gap: var(--lx-gap-2);
    }
    .said {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    h2 {
      font-size: 16px;
    }
    @media (max-width: 600px) {
      button {
        min-height: 44px;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeftBehind {
  private readonly exporting = inject(FindingExport);
  private readonly transloco = inject(TranslocoService);
  protected readonly kept = inject(KeptFindings);
  protected readonly source = inject(SealedSheet);

  readonly reason = input.required<LeftReason>();
  readonly lock = output();
  readonly remove = output();

  protected readonly busy = new Busy();
  protected readonly isAsking = signal(false);
  /** Judgements that were not sent, one line each. */
  protected readonly answers = signal<readonly string[]>([]);

  constructor() {
    effect(() => {
      this.source.unsent();
      untracked(() => void this.read());
    });
  }

  protected async save(): Promise<void> {
    await this.busy.run(() => this.exporting.save(this.kept.all(), this.answers()), 'export');
  }

  private async read(): Promise<void> {
    const drafts = this.source.drafts();
    const found = await drafts.readAll<Draft<ScoreContent>>(this.source.draftsOf());
    this.answers.set(
      found.map(({ value: { itemId, content } }) => {
        const state = this.transloco.translate<string>(`assessments.state.${content.state}`);
        return [itemId, state, content.finding, content.reason].filter(Boolean).join(' ');
      }),
    );
  }
}
