import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { SchemeItem } from '@liangxing/scheme';
import type { FindingFieldsDto, SheetMaterialDto } from '../../../core/api/generated/openapi';
import { CaseStore } from '../../../core/case/case-store';
import { Notices } from '../../../core/errors/notices';
import { clauseText } from '../../../core/i18n/clause-text';
import { EMPTY } from '../finding-fields';
import { FindingForm } from '../finding-form';
import type { KeptFinding } from './kept-finding';
import { KeptFindingCard } from './kept-finding-card';
import { KeptFindings } from './kept-findings';

/** The form that is open: of which finding, and how that stood before. */
interface Editing {
  readonly id: string;
  readonly start: FindingFieldsDto;
  readonly before: KeptFinding | null;
}

/** 不符合项 of an item on a sheet that was taken along: written without a network, sent once there is one. */
@Component({
  selector: 'lx-offline-findings',
  imports: [FindingForm, KeptFindingCard, TranslocoDirective],
  template: `
    <section *transloco="let t" data-testid="offline-findings">
      <h3 id="offline-findings">{{ t('takenAlong.findings.title') }}</h3>
      @for (finding of here(); track finding.id) {
        <lx-kept-finding [finding]="finding" (edit)="open(finding)" />
      }
      @if (editing(); as opened) {
        @for (one of [opened]; track one.id) {
          <lx-finding-form
            [number]="0"
            [caseId]="cases.id()"
            [material]="material()"
            [start]="one.start"
            [keep]="keep"
            (typed)="type($event)"
            (cancelled)="cancel()"
          />
        }
      } @else if (canAdd()) {
        <button type="button" class="ant-btn" data-testid="offline-finding-add" (click)="begin()">
          <span>{{ t('sheets.findings.add') }}</span>
        </button>
      }
    </section>
  `,
  styles: `
    section {
      padding: var(--lx-gap-2) 0 var(--lx-gap-4);
      border-top: 1px solid var(--lx-line);
    }
    h3 {
      margin: var(--lx-gap-2) 0 4px;
      font-weight: 600;
      font-size: 14px;
    }
    @media (max-width: 600px) {
      button {
        min-height: 44px;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OfflineFindings {
  private readonly kept = inject(KeptFindings);
  private readonly notices = inject(Notices);
  protected readonly cases = inject(CaseStore);

  readonly item = input.required<SchemeItem>();
  readonly material = input.required<SheetMaterialDto>();

  protected readonly editing = signal<Editing | null>(null);
  private isTyped = false;
  protected readonly canAdd = computed(() => this.cases.state() === 'evaluating');
  /** What arrived first, then what waits. */
  protected readonly here = computed(() =>
    [...this.kept.sent(), ...this.kept.all()].filter(
      ({ id, fields }) => fields.itemId === this.item().id && id !== this.editing()?.id,
    ),
  );
  /** Of the form that is open. */
  protected readonly keep = async (fields: FindingFieldsDto): Promise<void> => {
    const { id } = this.editing() ?? {};
    if (id === undefined) return;
    await this.kept.write(id, fields);
    await this.kept.finish(id);
    this.editing.set(null);
  };

  protected begin(): void {
    const { id: itemId, clause } = this.item();
    const requirement = clauseText(clause ?? '', 'zh-CN');
    this.edit({ id: crypto.randomUUID(), start: { ...EMPTY, itemId, requirement }, before: null });
  }

  protected open(before: KeptFinding): void {
    this.edit({ id: before.id, start: before.fields, before });
  }

  /** Kept as it is typed: a page that is killed loses none of it. */
  protected type(fields: FindingFieldsDto): void {
    const { id } = this.editing() ?? {};
    if (id === undefined) return;
    this.isTyped = true;
    this.kept.write(id, fields).catch((error: unknown) => this.notices.failed(error));
  }

  /** What stood before stands again. */
  protected async cancel(): Promise<void> {
    const { id, before } = this.editing() ?? {};
    this.editing.set(null);
    if (id === undefined || !this.isTyped) return;
    if (!before) return this.kept.remove(id);
    await this.kept.write(id, before.fields);
    if (before.isWritten) await this.kept.finish(id);
  }

  private edit(editing: Editing): void {
    this.isTyped = false;
    this.editing.set(editing);
  }
}
