import { Injectable, computed, inject, signal } from '@angular/core';
import { Api } from '../api/api';
import type { OverviewDto } from '../api/generated/openapi';
import { CurrentOrganization } from '../session/current-organization';
import { AfterRest } from '../work/after-rest';
import { StoredChanges } from '../work/stored-changes';
import { CurrentAssessment } from '../assessment/current-assessment';

const restMilliseconds = 800;
/** Whoever goes on typing sees the figures follow all the same. */
const longestMilliseconds = 4_000;

/** The overview of the open enterprise: shown by the frame's journey and by 工作台. */
@Injectable({ providedIn: 'root' })
export class OverviewService {
  private readonly api = inject(Api);
  private readonly organization = inject(CurrentOrganization);
  private readonly assessment = inject(CurrentAssessment);
  private readonly told = signal<{ readonly of: string; readonly overview: OverviewDto } | null>(
    null,
  );
  private readonly changed = new AfterRest(restMilliseconds, longestMilliseconds, () => {
    void this.refresh().catch(() => undefined);
  });
  /** Answers of earlier questions come too late. */
  private asked = 0;

  /** Never that of another enterprise than the one whose pages are open. */
  readonly current = computed(() => {
    const told = this.told();
    return told?.of === this.organization.id() ? told.overview : null;
  });

  constructor() {
    inject(StoredChanges)
      .of(this.organization.id)
      .subscribe(() => this.changed.wait());
  }

  /** Asks the server at once: what the page itself writes is noticed without it. Nothing where it may not be read. */
  async refresh(): Promise<void> {
    if (!this.organization.can('overview:read')) return;
    const of = this.organization.id();
    const asked = ++this.asked;
    const overview = await this.api.get('/overview', this.assessment.query());
    if (asked === this.asked) this.told.set({ of, overview });
  }
}
