import { computed, inject, Injectable, signal } from '@angular/core';
import { clashes, daysOfPerson, type PlanContent, type PlanDraft } from '@liangxing/contracts';
import { Api } from '../../core/api/api';
import type { KeptPlanDto, EvaluationLoadDto, PlanPageDto } from '../../core/api/generated/openapi';
import { DraftQueue } from '../../core/drafts/draft-queue';
import { mergedFields } from '../../core/drafts/merge-fields';
import { type Problem, problemOf } from '../../core/errors/problem';
import { Newest } from '../../core/once/newest';
import { CurrentOrganization } from '../../core/session/current-organization';
import { SessionService } from '../../core/session/session.service';

/** The plan is one thing that is saved. */
const PLAN = 'plan';

/** The plan of the case that is open, its team and meetings, and what of it is typed and not stored. Provided by its page. */
@Injectable()
export class PlanStore extends DraftQueue<PlanDraft, KeptPlanDto> {
  private readonly api = inject(Api);
  private readonly session = inject(SessionService);
  private readonly organization = inject(CurrentOrganization);
  private readonly newest = new Newest();
  private readonly pageSignal = signal<PlanPageDto | null>(null);
  private readonly storedSignal = signal<KeptPlanDto | null>(null);
  private readonly unread = signal<Problem | null>(null);
  private caseId = '';

  /** Null until it is read. */
  readonly page = this.pageSignal.asReadonly();
  readonly unreadable = this.unread.asReadonly();
  readonly refusal = computed(() => this.refused().get(PLAN) ?? null);
  /** As it is typed, or stored. */
  readonly draft = computed<PlanDraft | null>(
    () => this.drafts().get(PLAN)?.content ?? this.storedSignal()?.content ?? null,
  );
  readonly theirs = computed(() => this.conflicts().get(PLAN)?.theirs.content ?? null);
  readonly version = computed(() => this.storedSignal()?.version ?? 0);
  readonly team = computed(() => this.pageSignal()?.team ?? []);
  private readonly teamIds = computed(() => this.team().map(({ userId }) => userId));
  /** Lines of the agenda at which somebody would be at two places at once. */
  readonly clashing = computed(() => {
    const found = clashes(this.draft()?.agenda ?? [], this.teamIds());
    return new Set(found.flatMap(({ first, second }) => [first, second]));
  });
  /** Departments that no line of the agenda names. */
  readonly unlooked = computed(() => {
    const named = new Set(this.draft()?.agenda.map(({ department }) => department.trim()));
    return (this.pageSignal()?.departments ?? []).filter((name) => !named.has(name));
  });

  /** Another case; nothing of the one before stays. */
  async open(caseId: string): Promise<void> {
    this.close();
    this.caseId = caseId;
    this.pageSignal.set(null);
    this.storedSignal.set(null);
    await this.read();
    if (this.caseId !== caseId || this.pageSignal() === null) return;
    const organizationId = this.organization.id();
    void this.openTarget({
      prefix: `case-plan:${this.session.user()?.id ?? ''}:${caseId}:`,
      send: (_, { content, version }) =>
        this.api.put('/cases/{id}/plan', {
          ...{ organizationId, id: caseId, ifMatch: version },
          body: asSent(content),
        }),
      stored: () => this.storedSignal() ?? undefined,
      contentOf: ({ content }) => content,
      merge: mergedFields,
      onSaved: (saved) => this.storedSignal.set(saved),
    });
  }

  /** As it stands now; what is typed stays. */
  async read(): Promise<void> {
    const isNewest = this.newest.ask();
    this.unread.set(null);
    try {
      const found = await this.api.get('/cases/{id}/plan', { id: this.caseId });
      if (!isNewest()) return;
      this.pageSignal.set(found);
      if (found.version >= this.version()) {
        const { version, content } = found;
        this.storedSignal.set({ version, content });
      }
    } catch (error) {
      if (isNewest()) this.unread.set(problemOf(error));
    }
  }

  change(change: Partial<PlanDraft>): void {
    const draft = this.draft();
    if (draft !== null) this.put(PLAN, { ...draft, ...change });
  }

  choose(keep: 'mine' | 'theirs'): void {
    this.settle(PLAN, keep);
  }

  /** @returns false where something typed is not stored */
  async saveAll(): Promise<boolean> {
    if (this.version() === 0) this.change({});
    await this.flush();
    return !this.isUnsent(PLAN);
  }

  /** As it would be sent now. */
  readonly preview = computed<PlanContent | null>(() => {
    const draft = this.draft();
    return draft === null ? null : asRead(draft, this.team());
  });

  /** Other cases that ask for somebody on a day of this plan. */
  busyElsewhere(userId: string): readonly EvaluationLoadDto[] {
    const draft = this.draft();
    if (draft === null) return [];
    const days = daysOfPerson(draft, userId, [...this.teamIds(), userId]);
    return (this.pageSignal()?.loads ?? [])
      .filter((load) => load.userId === userId)
      .map((load) => ({ ...load, days: load.days.filter((day) => days.includes(day)) }))
      .filter((load) => load.days.length > 0);
  }
}

const asSent = ({ agenda, ...plan }: PlanDraft): KeptPlanDto['content'] => ({
  ...plan,
  agenda: agenda.map(({ assessors, ...line }) => ({ ...line, assessors: [...assessors] })),
});

/** In order of time, people by their names, as the server freezes it. */
function asRead({ from, to, agenda, ...texts }: PlanDraft, team: PlanPageDto['team']): PlanContent {
  const lines = agenda.map(({ kind, assessors, day, ...line }) => ({
    ...line,
    day: day ?? '',
    assessors: team
      .filter(({ userId }) => kind !== 'evaluation' || assessors.includes(userId))
      .map(({ name }) => name),
  }));
  const timeOf = (line: (typeof lines)[number]): string => `${line.day} ${line.from}`;
  return {
    ...{ ...texts, from: from ?? '', to: to ?? '' },
    agenda: lines.sort((one, other) => timeOf(one).localeCompare(timeOf(other))),
    team: team.map(({ name, role }) => ({ name, role })),
  };
}
