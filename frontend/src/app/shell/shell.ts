import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  untracked,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { filter, map } from 'rxjs';
import { GradeBadge } from '../core/grade/grade-badge';
import { LanguageService } from '../core/i18n/language.service';
import { ActingBar } from '../core/session/acting-bar';
import { ClientSwitching } from '../core/session/client-switching';
import { colourOf } from '../core/session/colour-of';
import { ConfirmEmailBanner } from '../core/session/confirm-email-banner';
import { homeOf } from '../core/session/home-of';
import { StandingBanner } from '../core/session/standing-banner';
import { CurrentOrganization } from '../core/session/current-organization';
import { SessionService } from '../core/session/session.service';
import { FieldInView } from '../core/work/field-in-view';
import { assessmentInAddress } from '../core/assessment/assessment-in-address';
import { ConditionsVerdict } from '../features/conditions';
import { CurrentAssessment } from '../core/assessment/current-assessment';
import { OverviewService } from '../core/overview/overview.service';
import { journeyOf } from '../core/overview/journey';
import { pagesFor, PERMISSION_OF_STEP } from './pages';

/** The frame of every page of an enterprise: whose pages these are, the journey, the person. */
@Component({
  selector: 'lx-shell',
  imports: [
    RouterOutlet,
    RouterLink,
    RouterLinkActive,
    TranslocoDirective,
    CdkMenu,
    CdkMenuItem,
    CdkMenuTrigger,
    ConditionsVerdict,
    GradeBadge,
    ActingBar,
    ConfirmEmailBanner,
    StandingBanner,
  ],
  templateUrl: './shell.html',
  styleUrl: './shell.less',
  host: { '(document:keydown)': 'switching.hear($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Shell {
  private readonly router = inject(Router);
  private readonly overview = inject(OverviewService);
  private readonly fields = inject(FieldInView);
  protected readonly current = inject(CurrentAssessment);
  protected readonly session = inject(SessionService);
  protected readonly organization = inject(CurrentOrganization);
  protected readonly language = inject(LanguageService);
  protected readonly switching = inject(ClientSwitching);

  private readonly url = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(() => this.router.url),
    ),
    { initialValue: this.router.url },
  );
  /** Of an enterprise; a grant shows those that it opens. */
  protected readonly steps = computed(() =>
    journeyOf(this.overview.current()).filter(({ path }) => {
      const permission = PERMISSION_OF_STEP[path];
      return permission !== undefined && this.organization.can(permission);
    }),
  );
  /** What stands below the journey. */
  protected readonly pages = computed(() => {
    const place = this.organization.place();
    return place ? pagesFor(place, (permission) => this.organization.can(permission)) : [];
  });
  protected readonly home = computed(() => {
    const place = this.organization.place();
    return place ? homeOf(place) : ['/'];
  });
  /** Archived ones leave the menu, but for the one that is shown. */
  protected readonly choices = computed(() =>
    (this.current.all() ?? []).filter(
      ({ id, state }) => state !== 'archived' || id === this.current.current()?.id,
    ),
  );
  protected readonly hasWorkbench = computed(() => this.organization.can('overview:read'));
  protected readonly assessment = computed(() => this.overview.current()?.assessment ?? null);
  /** One colour per enterprise, so that nobody acts on the wrong one. */
  protected readonly colour = computed(() => colourOf(this.organization.id()));

  constructor() {
    effect(() => {
      const { organizationId, assessmentId } = assessmentInAddress(this.url());
      if (assessmentId) untracked(() => this.current.choose(organizationId, assessmentId));
    });
    effect(() => {
      const field = new URL(this.url(), 'http://localhost').searchParams.get('field');
      if (field) this.fields.show(field);
    });
    effect(() => {
      if (this.organization.id() && this.organization.can('assessments:read'))
        untracked(() => void this.current.load().catch(() => undefined));
    });
    effect(() => {
      this.current.chosenId();
      if (this.organization.id() && this.hasWorkbench())
        untracked(() => void this.overview.refresh().catch(() => undefined));
    });
  }

  /** The page stays; what it shows is of the other evaluation. An item of this one may not be in that. */
  protected async chooseAssessment(event: Event): Promise<void> {
    const assessment = (event.target as HTMLSelectElement).value;
    await this.router.navigate([], {
      queryParams: { assessment, item: null },
      queryParamsHandling: 'merge',
    });
  }

  protected async useLanguage(language: 'zh-CN' | 'en'): Promise<void> {
    await this.session.useLanguage(language).catch(() => undefined);
  }

  protected homeOf(membership: Parameters<typeof homeOf>[0]): string {
    return homeOf(membership).join('/');
  }

  /** Where an item of the menu leads: by a click, Enter or the space bar, which a link of the router does not know. */
  protected async go(address: string): Promise<void> {
    await this.router.navigateByUrl(address);
  }

  protected async signOut(): Promise<void> {
    await this.session.signOut();
    await this.router.navigate(['/sign-in']);
  }
}
