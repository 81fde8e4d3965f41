import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { type LocalizedText, type Scheme, conditionsOf, textIn } from '@liangxing/scheme';
import { Api } from '../../core/api/api';
import type { UsableSchemeDto } from '../../core/api/generated/openapi';
import { Notices } from '../../core/errors/notices';
import { clauseText } from '../../core/i18n/clause-text';
import { LanguageService } from '../../core/i18n/language.service';
import { Busy } from '../../core/once/busy';
import { CurrentOrganization } from '../../core/session/current-organization';
import { WhoBegins } from '../../core/session/who-begins';
import { newestSchemes, schemeOf } from '../../core/assessment/schemes';
import {
  type StartWishes,
  usualScheme,
  usualTarget,
  usualTitle,
} from '../../core/assessment/usual-start';

interface Offered {
  readonly summary: UsableSchemeDto;
  readonly scheme: Scheme;
  readonly wishes: StartWishes;
}

/**
 * Before the first self-evaluation: the conditions of the scheme that the profile names can be read at once, and
 * confirming them begins the self-evaluation that keeps the answers.
 */
@Component({
  selector: 'lx-begin-conditions',
  imports: [RouterLink, TranslocoDirective, WhoBegins],
  templateUrl: './begin-conditions.html',
  styleUrl: './conditions.page.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BeginConditions {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  protected readonly language = inject(LanguageService);
  protected readonly clauseText = clauseText;
  private readonly organization = inject(CurrentOrganization);

  protected readonly offered = signal<Offered | null>(null);
  protected readonly canWrite = computed(() => this.organization.can('assessments:write'));
  protected readonly beginning = new Busy();
  protected readonly conditions = computed(() => {
    const scheme = this.offered()?.scheme;
    return scheme === undefined ? [] : conditionsOf(scheme);
  });
  protected readonly title = computed(() => {
    const title = this.offered()?.summary.title;
    return title === undefined ? '' : (title[this.language.current()] ?? title['zh-CN']);
  });

  constructor() {
    effect(() => {
      if (this.organization.id()) untracked(() => void this.load());
    });
  }

  protected textOf(text: LocalizedText): string {
    return textIn(text, this.language.current());
  }

  protected usualOf(proof: readonly LocalizedText[]): readonly string[] {
    return proof.map((text) => this.textOf(text));
  }

  protected begin(offered: Offered): void {
    void this.beginning.run(() => this.beginNow(offered), offered.summary.id);
  }

  private async beginNow({ summary, wishes }: Offered): Promise<void> {
    const targetGrade = usualTarget(summary, wishes.targetGrade);
    try {
      const { id } = await this.api.post('/assessments', {
        body: {
          title: usualTitle(this.language.current(), new Date()),
          schemeId: summary.id,
          ...(targetGrade ? { targetGrade } : {}),
        },
      });
      await this.router.navigate([], {
        queryParams: { assessment: id },
        queryParamsHandling: 'merge',
        replaceUrl: true,
      });
    } catch (error) {
      this.notices.failed(error);
    }
  }

  private async load(): Promise<void> {
    this.offered.set(null);
    const organizationId = this.organization.id();
    try {
      const [schemes, wishes] = await Promise.all([
        newestSchemes(this.api),
        this.api.get('/profile'),
      ]);
      const summary = usualScheme(schemes, wishes);
      if (summary === undefined) return;
      const scheme = await schemeOf(this.api, summary.id, summary.version);
      if (organizationId === this.organization.id()) this.offered.set({ summary, scheme, wishes });
    } catch (error) {
      this.notices.failed(error);
    }
  }
}
