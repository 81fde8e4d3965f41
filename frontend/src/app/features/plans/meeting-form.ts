import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { bodyMovesFrom, CASE_SIDES, type CaseSide } from '@liangxing/contracts';
import { Api } from '../../core/api/api';
import { CaseStore } from '../../core/case/case-store';
import type { MeetingDto } from '../../core/api/generated/openapi';
import { DateField } from '../../core/date-field/date-field';
import { keepForm } from '../../core/drafts/kept-form';
import { KeptNote } from '../../core/drafts/kept-note';
import { isSameValue } from '../../core/drafts/merge-fields';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { dayOfChina } from '../../core/i18n/day-of-china';
import { Busy } from '../../core/once/busy';
import { PlanStore } from './plan-store';

type Facts = Omit<MeetingDto, 'kind' | 'version'>;
/** What is typed, upon the version that it was begun on. */
interface Work {
  readonly version: number;
  readonly facts: Facts;
}

type Attendee = Facts['attendance'][number];

/** 首次会议 and 末次会议: when and where, who was there, and what was said. */
@Component({
  selector: 'lx-meeting-form',
  imports: [DateField, KeptNote, ProblemNotice, RouterLink, TranslocoDirective],
  templateUrl: './meeting-form.html',
  styleUrl: './plans.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeetingForm {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly cases = inject(CaseStore);
  private readonly store = inject(PlanStore);

  readonly stored = input.required<MeetingDto>();
  readonly canWrite = input(false);
  /** The case is another one by now. */
  readonly moved = output();

  protected readonly today = dayOfChina(new Date());
  protected readonly sides = CASE_SIDES;
  protected readonly busy = new Busy();
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isUnnamed = signal(false);
  /** What somebody else has saved meanwhile: the next save is upon it. */
  protected readonly theirs = signal<MeetingDto | null>(null);
  /** What is typed goes on when the page is read again, upon the version on which it was begun. */
  private readonly work = linkedSignal<MeetingDto, Work>({
    source: () => this.stored(),
    computation: (stored, before) => {
      if (before === undefined) return this.begun(stored);
      const { facts } = before.value;
      const isTyped = !isSameValue(facts, this.begun(before.source).facts);
      return isTyped && !isSameValue(facts, factsOf(stored)) ? before.value : this.begun(stored);
    },
  });
  protected readonly typed = computed(() => this.work().facts);
  /** What the enterprise is told with the first meeting. */
  protected readonly text = signal('');
  protected readonly kept = keepForm<Work & { readonly text: string }>({
    place: () => (this.canWrite() ? `case:${this.cases.id()}:meeting:${this.stored().kind}` : null),
    typed: () => {
      const [work, text] = [this.work(), this.text()];
      const isTyped = !isSameValue(work.facts, this.begun(this.stored()).facts);
      return isTyped || text !== '' ? { ...work, text } : null;
    },
    show: (kept) => {
      this.work.set(kept ?? this.begun(this.stored()));
      this.text.set(kept?.text ?? '');
    },
  });
  protected readonly canHold = computed(() => {
    const state = this.cases.state();
    const moves: readonly string[] = state === null ? [] : bodyMovesFrom(state);
    return this.stored().kind === 'first' && moves.includes('hold_first_meeting');
  });

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const { fragment } = inject(ActivatedRoute).snapshot;
    // Whoever was sent to this record finds it in sight.
    afterNextRender(() => {
      if (fragment === `meeting-${this.stored().kind}`) element.scrollIntoView();
    });
  }

  protected type(change: Partial<Facts>): void {
    this.work.update(({ facts, version }) => ({ version, facts: { ...facts, ...change } }));
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected setAttendee(at: number, change: Partial<Attendee>): void {
    this.type({
      attendance: this.typed().attendance.map((one, index) =>
        index === at ? { ...one, ...change } : one,
      ),
    });
  }

  protected sideOf(event: Event): CaseSide {
    return this.textOf(event) as CaseSide;
  }

  protected add(side: CaseSide): void {
    const attendee = { side, name: '', department: '', post: '' };
    this.type({ attendance: [...this.typed().attendance, attendee] });
  }

  protected remove(at: number): void {
    this.type({ attendance: this.typed().attendance.filter((_, index) => index !== at) });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    await this.write(async () => {
      await this.keep();
      this.notices.done(this.transloco.translate('plans.meeting.saved'));
    }, 'save');
  }

  /** What is typed is kept first: the evaluation begins by what stands on the page. */
  protected async hold(): Promise<void> {
    await this.write(async () => {
      await this.keep();
      const found = this.cases.found();
      if (found === null) return;
      const { id, version: ifMatch } = found;
      await this.api.post('/cases/{id}/meetings/first/holding', {
        id,
        ifMatch,
        body: { text: this.text() },
      });
      this.text.set('');
      this.kept.forget();
      this.notices.done(this.transloco.translate('plans.meeting.held'));
      this.moved.emit();
    }, 'hold');
  }

  /** What is typed is given up for what somebody else has saved. */
  protected takeTheirs(theirs: MeetingDto): void {
    this.work.set({ version: theirs.version, facts: factsOf(theirs) });
    this.theirs.set(null);
    this.problem.set(null);
  }

  private async keep(): Promise<void> {
    const { kind } = this.stored();
    const { version } = this.theirs() ?? this.work();
    const body = this.typed();
    await this.api.put('/cases/{id}/meetings/{kind}', {
      ...{ id: this.cases.id(), kind, ifMatch: version },
      body,
    });
    this.theirs.set(null);
    await this.store.read();
  }

  private async write(act: () => Promise<void>, what: string): Promise<void> {
    this.problem.set(null);
    this.isUnnamed.set(this.typed().attendance.some(({ name }) => name.trim() === ''));
    if (this.isUnnamed()) return;
    try {
      await this.busy.run(act, what);
    } catch (error) {
      const problem = problemOf(error);
      this.problem.set(problem);
      if (problem.code === 'case_moved') this.moved.emit();
      if (!problem.isConflict) return;
      const current = problem.current as MeetingDto | undefined;
      if (current && 'attendance' in current) this.theirs.set(current);
      else this.moved.emit();
    }
  }

  /** A record that nobody has begun names the team already. */
  private begun(stored: MeetingDto): Work {
    const [facts, { version }] = [factsOf(stored), stored];
    if (version > 0) return { version, facts };
    const attendance = this.store.team().map(({ name, role }) => ({
      ...{ side: 'body' as const, name, department: '' },
      post: this.transloco.translate<string>(`letters.teamRoles.${role}`),
    }));
    return { version, facts: { ...facts, attendance } };
  }
}

const factsOf = ({ heldOn, place, minutes, attendance }: MeetingDto): Facts => ({
  ...{ heldOn, place, minutes, attendance },
});
