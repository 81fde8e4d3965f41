import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { EntryContent, EntryGate, EntryRoute } from '@liangxing/scheme';
import { changedAt, withoutAt } from './entry';
import { PointsInput } from './points-input';

const policies = ['reweight', 'full_marks', 'exclude'] as const;

/** 等级条件: floors by grade, what refuses, and what becomes of items that do not apply. */
@Component({
  selector: 'lx-entry-grades',
  imports: [PointsInput, TranslocoDirective],
  templateUrl: './entry-grades.html',
  styleUrl: './entry-tables.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryGradesStep {
  readonly content = input.required<EntryContent>();
  /** What may be applied for, from the highest. */
  readonly targetGrades = input<readonly string[]>([]);
  readonly changed = output<Partial<EntryContent>>();

  protected readonly floors = ['basic', 'bonus', 'total'] as const;
  protected readonly shares = ['share', 'partShare'] as const;
  protected readonly policies = policies;

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected listOf(event: Event): readonly string[] {
    return this.textOf(event)
      .split(/[、，,\s]+/)
      .filter((part) => part !== '');
  }

  protected hundredths(percent: number | null): number | null {
    return percent === null ? null : Math.round(percent * 100);
  }

  protected percent(hundredths: number | null): number | null {
    return hundredths === null ? null : hundredths / 100;
  }

  protected route(index: number, change: Partial<EntryRoute>): void {
    this.changed.emit({ routes: changedAt(this.content().routes, index, change) });
  }

  /** One floor of a row, as a change of it. */
  protected asFloor(
    floor: 'basic' | 'bonus' | 'total' | 'share' | 'partShare',
    value: number | null,
  ): Partial<EntryRoute> {
    return { [floor]: value };
  }

  protected grade(index: number, grade: string): void {
    const others = withoutAt(this.content().routes, index);
    this.route(index, { grade, id: idOf(grade, others) });
  }

  protected addRoute(): void {
    const { routes } = this.content();
    const grades = routes.map(({ grade }) => grade);
    const grade = this.targetGrades().find((one) => !grades.includes(one)) ?? '';
    this.changed.emit({ routes: [...routes, emptyRoute(grade, routes)] });
  }

  protected removeRoute(index: number): void {
    this.changed.emit({ routes: withoutAt(this.content().routes, index) });
  }

  protected gate(index: number, change: Partial<EntryGate>): void {
    this.changed.emit({ gates: changedAt(this.content().gates, index, change) });
  }

  protected gateKind(index: number, kind: string): void {
    const isVeto = kind === 'veto';
    const none = isVeto ? { parts: [] } : { items: [], rules: [] };
    this.gate(index, { kind: isVeto ? 'veto' : 'section_share', ...none });
  }

  protected addGate(): void {
    const { gates } = this.content();
    const taken = gates.map(({ id }) => id);
    let number = gates.length + 1;
    while (taken.includes(`gate_${number}`)) number += 1;
    const gate: EntryGate = {
      ...{ id: `gate_${number}`, kind: 'veto', parts: [], items: [], rules: [] },
      ...{ percent: null, capAt: '', text: '' },
    };
    this.changed.emit({ gates: [...gates, gate] });
  }

  protected removeGate(index: number): void {
    this.changed.emit({ gates: withoutAt(this.content().gates, index) });
  }

  protected policy(change: Partial<EntryContent['policies']>): void {
    this.changed.emit({ policies: { ...this.content().policies, ...change } });
  }

  protected isChecked(event: Event): boolean {
    return (event.target as HTMLInputElement).checked;
  }

  protected policyOf(event: Event): (typeof policies)[number] {
    return policies.find((policy) => policy === this.textOf(event)) ?? 'reweight';
  }
}

const emptyRoute = (grade: string, others: readonly EntryRoute[]): EntryRoute => ({
  ...{ id: idOf(grade, others), grade, basic: null, bonus: null, total: null },
  ...{ share: null, partShare: null },
});

/** `AAAA-2` for the second way to a grade. */
function idOf(grade: string, others: readonly EntryRoute[]): string {
  for (let number = 1; ; number += 1) {
    const id = `${grade}-${number}`;
    if (!others.some((route) => route.id === id)) return id;
  }
}
