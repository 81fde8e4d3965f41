import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { type SchemeItem, checksOf } from '@liangxing/scheme';
import {
  type CheckName,
  type ItemReadiness,
  type Measured,
  type Reason,
  reasonText,
} from '@liangxing/scoring';
import { LanguageService } from '../i18n/language.service';
import { CurrentOrganization } from '../session/current-organization';
import { type NumberProblem, readFigures, readRate } from './typed-numbers';

/** The three checks of a readiness item: what is found, what is missing, where to mend it, and what is typed for it. */
@Component({
  selector: 'lx-readiness-checks',
  imports: [RouterLink, TranslocoDirective],
  templateUrl: './readiness-checks.html',
  styleUrl: './readiness-checks.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReadinessChecks {
  private readonly language = inject(LanguageService);
  protected readonly organization = inject(CurrentOrganization);

  readonly item = input.required<SchemeItem>();
  readonly readiness = input.required<ItemReadiness>();
  /** Keys of the nodes that the system has of the item's. */
  readonly nodes = input<readonly string[]>([]);
  readonly measured = input<Measured | null>(null);
  readonly disabled = input(false);
  readonly changed = output<Measured | null>();
  /** Whether a field holds what cannot be kept. */
  readonly refused = output<{ readonly check: CheckName; readonly isWrong: boolean }>();

  protected readonly wanted = computed(() => checksOf(this.item()));
  protected readonly objective = computed(() => {
    const objective = this.wanted().effect?.objective;
    return objective ? (objective[this.language.current()] ?? objective['zh-CN']) : '';
  });
  /** What is typed and cannot be kept, by check; what was kept stays. */
  protected readonly wrong = linkedSignal<string, Partial<Record<CheckName, NumberProblem>>>({
    source: () => this.item().id,
    computation: () => ({}),
  });
  protected readonly isAtMost = linkedSignal(() => this.measured()?.effect?.isAtMost ?? false);

  protected text(reason: Reason): string {
    return reasonText(reason, this.language.current());
  }

  protected typeSample(conforming: string, looked: string): void {
    const { problem, rate } = readRate(conforming, looked);
    this.tell('operation', problem);
    if (problem !== null) return;
    const sample = rate && { looked: rate.whole, conforming: rate.part };
    this.emit({ sample, effect: this.measured()?.effect ?? null });
  }

  protected typeEffect(figure: string, objective: string, unit: string): void {
    const { problem, figures } = readFigures(figure, objective);
    this.tell('effect', problem);
    if (problem !== null) return;
    const effect = figures && { ...figures, unit: unit.trim(), isAtMost: this.isAtMost() };
    this.emit({ sample: this.measured()?.sample ?? null, effect });
  }

  protected turn(isAtMost: boolean): void {
    this.isAtMost.set(isAtMost);
    const { sample = null, effect = null } = this.measured() ?? {};
    if (effect) this.emit({ sample, effect: { ...effect, isAtMost } });
  }

  private emit(measured: Measured): void {
    const isEmpty = measured.sample === null && measured.effect === null;
    this.changed.emit(isEmpty ? null : measured);
  }

  private tell(check: CheckName, problem: NumberProblem | null): void {
    this.wrong.update((before) => {
      const { [check]: _gone, ...others } = before;
      return problem === null ? others : { ...others, [check]: problem };
    });
    this.refused.emit({ check, isWrong: problem !== null });
  }
}
