import { Injectable, inject, signal } from '@angular/core';
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
  private readonly value = signal<OverviewDto | null>(null);
  private readonly changed = new AfterRest(restMilliseconds, longestMilliseconds, () => {
    if (this.organization.can('overview:read')) void this.refresh().catch(() => undefined);
  });
  private shownFor = '';
  /** Answers of earlier questions come too late. */
  private asked = 0;

  readonly current = this.value.asReadonly();

  constructor() {
    inject(StoredChanges)
      .of(this.organization.id)
      .subscribe(() => this.changed.wait());
  }

  /** Asks the server at once: what the page itself writes is noticed without it. */
  async refresh(): Promise<void> {
    const id = this.organization.id();
    if (id !== this.shownFor) this.value.set(null);
    this.shownFor = id;
    const asked = ++this.asked;
    const overview = await this.api.get('/overview', this.assessment.query());
    const isLast = asked === this.asked;
    if (isLast) this.value.set(overview);
  }
}
