import { Injectable, inject } from '@angular/core';
import { Api } from '../../core/api/api';
import { DraftQueue } from '../../core/drafts/draft-queue';
import { problemOf } from '../../core/errors/problem';
import { CurrentOrganization } from '../../core/session/current-organization';
import { SessionService } from '../../core/session/session.service';
import type { Assessment } from '../../core/assessment/current-assessment';
import { type TypedName, standingOf } from './typed-name';

/** The names of evaluations that were typed and are not yet stored; a reload loses none. Provided by the page. */
@Injectable()
export class AssessmentNames extends DraftQueue<TypedName, Assessment> {
  private readonly api = inject(Api);
  private readonly organization = inject(CurrentOrganization);
  private readonly session = inject(SessionService);

  /** Takes up what an earlier visit left unsent; sends to the enterprise that is open now, whichever is opened later. */
  async open(onSaved: (assessment: Assessment) => void): Promise<void> {
    const organizationId = this.organization.id();
    const rename = ({ id, version }: Pick<Assessment, 'id' | 'version'>, title: string) =>
      this.api.patch('/assessments/{assessmentId}', {
        ...{ organizationId, assessmentId: id, ifMatch: version },
        body: { title },
      });
    const own = new Map<string, string>();
    await this.openTarget({
      prefix: `assessment-name:${this.session.user()?.id ?? ''}:${this.organization.id()}:`,
      send: async (id, { content, version }) => {
        const saved = await rename({ id, version }, content.title.trim()).catch(
          (error: unknown) => {
            const { isConflict, current } = problemOf(error);
            if (!isConflict) throw error;
            const now = current as Assessment;
            const standing = standingOf(content, now.title, own.get(id));
            if (standing === 'renamed') throw error;
            return standing === 'stored' ? now : rename(now, content.title.trim());
          },
        );
        own.set(id, saved.title);
        return saved;
      },
      isComplete: ({ title }) => title.trim() !== '',
      onSaved,
    });
  }

  type({ id, title, version }: Assessment, typed: string): void {
    this.put(id, { title: typed, over: this.drafts().get(id)?.content.over ?? title }, version);
  }
}
