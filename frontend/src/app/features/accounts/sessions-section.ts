import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import type { OwnSessionDto } from '../../core/api/generated/openapi';
import { Notices } from '../../core/errors/notices';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { TimePipe } from '../../core/i18n/time.pipe';
import { SectionWork } from './section-work';

/** Where the person is signed in, and the end of it. */
@Component({
  selector: 'lx-sessions-section',
  imports: [TimePipe, TranslocoDirective, ProblemNotice],
  templateUrl: './sessions-section.html',
  styleUrl: './account-section.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SessionsSection {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);

  protected readonly work = new SectionWork();
  protected readonly reading = new SectionWork();
  protected readonly sessions = signal<readonly OwnSessionDto[]>([]);
  protected readonly others = computed(
    () => this.sessions().filter(({ isCurrent }) => !isCurrent).length,
  );

  constructor() {
    void this.load();
  }

  protected end({ id: sessionId }: OwnSessionDto): Promise<void> {
    return this.change('accounts.sessions.ended', () =>
      this.api.delete('/api/sessions/{sessionId}', { sessionId }),
    );
  }

  protected endOthers(): Promise<void> {
    return this.change('accounts.sessions.endedOthers', () =>
      this.api.delete('/api/sessions/others'),
    );
  }

  /** Others may have ended. */
  async load(): Promise<void> {
    await this.reading.run(async () => {
      this.sessions.set(await this.api.get('/api/sessions'));
    });
  }

  private async change(done: string, work: () => Promise<unknown>): Promise<void> {
    if (await this.work.run(work)) this.notices.done(this.transloco.translate(done));
    await this.load();
  }
}
