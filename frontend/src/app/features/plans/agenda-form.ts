import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { AGENDA_KINDS, type AgendaDraftLine, type AgendaKind } from '@liangxing/contracts';
import { DateField } from '../../core/date-field/date-field';
import { PlanStore } from './plan-store';

/** 日程: when which department is looked at, and by whom. Fields save themselves. */
@Component({
  selector: 'lx-agenda-form',
  imports: [DateField, TranslocoDirective],
  templateUrl: './agenda-form.html',
  styleUrl: './plans.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AgendaForm {
  private readonly transloco = inject(TranslocoService);
  protected readonly store = inject(PlanStore);

  protected readonly kinds = AGENDA_KINDS;

  protected type(at: number, field: 'from' | 'to' | 'department' | 'content', event: Event): void {
    this.set(at, { [field]: (event.target as HTMLInputElement).value });
  }

  protected typeDay(at: number, event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.set(at, { day: value === '' ? null : value });
  }

  protected typeKind(at: number, event: Event): void {
    const kind = (event.target as HTMLSelectElement).value as AgendaKind;
    const isMeeting = kind !== 'evaluation';
    const content = isMeeting ? this.transloco.translate<string>(`plans.kinds.${kind}`) : null;
    const line = this.lines()[at];
    this.set(at, {
      kind,
      ...(isMeeting ? { assessors: [], department: '' } : {}),
      ...(content !== null && line?.content.trim() === '' ? { content } : {}),
    });
  }

  protected toggle(at: number, userId: string, event: Event): void {
    const { checked } = event.target as HTMLInputElement;
    const others = (this.lines()[at]?.assessors ?? []).filter((one) => one !== userId);
    this.set(at, { assessors: checked ? [...others, userId] : others });
  }

  protected add(department = ''): void {
    const lines = this.lines();
    // Before the closing meeting, which stays the last one.
    const closing = lines.findIndex(({ kind }) => kind === 'closing_meeting');
    const at = closing === -1 ? lines.length : closing;
    const { day = this.store.draft()?.from ?? null } = lines[at - 1] ?? {};
    const content = this.transloco.translate<string>('plans.usualContent');
    const line: AgendaDraftLine = {
      ...{ kind: 'evaluation', day, from: '', to: '', department, content, assessors: [] },
    };
    this.store.change({ agenda: [...lines.slice(0, at), line, ...lines.slice(at)] });
  }

  protected remove(at: number): void {
    this.store.change({ agenda: this.lines().filter((_, index) => index !== at) });
  }

  private set(at: number, change: Partial<AgendaDraftLine>): void {
    this.store.change({
      agenda: this.lines().map((line, index) => (index === at ? { ...line, ...change } : line)),
    });
  }

  private lines(): readonly AgendaDraftLine[] {
    return this.store.draft()?.agenda ?? [];
  }
}
