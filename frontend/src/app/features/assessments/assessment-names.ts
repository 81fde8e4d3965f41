import { Injectable, inject } from '@angular/core';
import { Api } from '../../core/api/api';
import { type Assessment, CurrentAssessment } from '../../core/assessment/current-assessment';
import { DraftQueue } from '../../core/drafts/draft-queue';
import { mergedFields } from '../../core/drafts/merge-fields';
import { CurrentOrganization } from '../../core/session/current-organization';
import { SessionService } from '../../core/session/session.service';

type TypedName = Pick<Assessment, 'title'>;

/** The names of evaluations that were typed and are not yet stored; a reload loses none. Provided by the page. */
@Injectable()
export class AssessmentNames extends DraftQueue<TypedName, Assessment> {
  private readonly api = inject(Api);
  private readonly organization = inject(CurrentOrganization);
  private readonly session = inject(SessionService);
  private readonly current = inject(CurrentAssessment);

  /** Takes up what an earlier visit left unsent; sends to the enterprise that is open now, whichever is opened later. */
  async open(
    stored: (id: string) => Assessment | undefined,
    onSaved: (assessment: Assessment) => void,
  ): Promise<void> {
    const organizationId = this.organization.id();
    await this.openTarget({
      prefix: `assessment-name:${this.session.user()?.id ?? ''}:${organizationId}:`,
      send: (assessmentId, { content, version }) =>
        this.api.patch('/assessments/{assessmentId}', {
          ...{ organizationId, assessmentId, ifMatch: version },
          body: { title: content.title.trim() },
        }),
      isComplete: ({ title }) => title.trim() !== '',
      stored,
      contentOf: ({ title }) => ({ title }),
      // Something else of the evaluation was changed: its name is still the one that was typed over.
      merge: mergedFields,
      onSaved,
      onClosed: async () => {
        await Promise.all([...this.aside().keys()].map((id) => this.current.lookAgain(id)));
      },
    });
  }
}
