import {
  ChangeDetectionStrategy,
  Component,
  OnInit,
  computed,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ReadingForm, RouteReading, SecondReading } from '@liangxing/scheme';
import { LocalDrafts } from '../../../core/drafts/local-drafts';
import { PointsInput } from './points-input';

const FLOORS = ['basic', 'bonus', 'total', 'share', 'partShare'] as const;
type Floor = (typeof FLOORS)[number];
const isShare = (floor: Floor): boolean => floor === 'share' || floor === 'partShare';

/** 核对: the second person types totals and thresholds from the paper; what the first one typed is not here. */
@Component({
  selector: 'lx-entry-check',
  imports: [PointsInput, TranslocoDirective],
  templateUrl: './entry-check.html',
  styleUrl: './entry-tables.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryCheckForm implements OnInit {
  private readonly local = inject(LocalDrafts);

  readonly form = input.required<ReadingForm>();
  /** Where what was typed waits on this machine, until the page knows that it arrived: person and entry. */
  readonly draftKey = input.required<string>();
  /** What this person typed in the last check. */
  readonly before = input.required<SecondReading | null>();
  /** Fields in which the last check differed. */
  readonly differing = input.required<readonly string[]>();
  readonly disabled = input(false);
  readonly checked = output<SecondReading>();

  protected readonly floors = FLOORS;
  private readonly typed = signal<SecondReading | null>(null);
  protected readonly reading = computed<SecondReading>(() => {
    const { parts, routes, gates } = this.form();
    const known = this.typed() ?? this.before();
    return {
      basicPoints: known?.basicPoints ?? null,
      bonusPoints: known?.bonusPoints ?? null,
      parts: parts.map(
        ({ id }) => known?.parts.find((one) => one.id === id) ?? { id, points: null },
      ),
      routes: routes.map(({ id }) => known?.routes.find((one) => one.id === id) ?? noFloor(id)),
      gates: gates.map(
        ({ id }) => known?.gates.find((one) => one.id === id) ?? { id, percent: null },
      ),
    };
  });
  private readonly rows = computed(() => ({
    parts: new Map(this.reading().parts.map((one) => [one.id, one.points])),
    routes: new Map(this.reading().routes.map((one) => [one.id, one])),
    gates: new Map(this.reading().gates.map((one) => [one.id, one.percent])),
  }));

  async ngOnInit(): Promise<void> {
    const kept = await this.local.read<SecondReading>(this.draftKey()).catch(() => undefined);
    if (kept !== undefined && this.typed() === null) this.typed.set(kept);
  }

  protected differs(field: string): boolean {
    return this.differing().includes(field);
  }

  protected partOf(id: string): number | null {
    return this.rows().parts.get(id) ?? null;
  }

  protected floorOf(id: string, floor: Floor): number | null {
    const value = this.rows().routes.get(id)?.[floor] ?? null;
    return value === null || !isShare(floor) ? value : Math.round(value * 100);
  }

  protected gateOf(id: string): number | null {
    const percent = this.rows().gates.get(id) ?? null;
    return percent === null ? null : Math.round(percent * 100);
  }

  protected total(change: Partial<Pick<SecondReading, 'basicPoints' | 'bonusPoints'>>): void {
    this.keep({ ...this.reading(), ...change });
  }

  protected part(id: string, points: number | null): void {
    const { parts, ...rest } = this.reading();
    this.keep({ ...rest, parts: parts.map((one) => (one.id === id ? { id, points } : one)) });
  }

  protected floor(id: string, floor: Floor, value: number | null): void {
    const { routes, ...rest } = this.reading();
    const told = value === null || !isShare(floor) ? value : value / 100;
    const changed = routes.map((one) => (one.id === id ? { ...one, [floor]: told } : one));
    this.keep({ ...rest, routes: changed });
  }

  protected gate(id: string, value: number | null): void {
    const { gates, ...rest } = this.reading();
    const percent = value === null ? null : value / 100;
    this.keep({ ...rest, gates: gates.map((one) => (one.id === id ? { id, percent } : one)) });
  }

  protected submit(): void {
    this.checked.emit(this.reading());
  }

  private keep(reading: SecondReading): void {
    this.typed.set(reading);
    void this.local.write(this.draftKey(), reading).catch(() => undefined);
  }
}

const noFloor = (id: string): RouteReading => ({
  ...{ id, basic: null, bonus: null, total: null, share: null, partShare: null },
});
