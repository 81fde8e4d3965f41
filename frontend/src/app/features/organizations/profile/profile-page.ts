import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { UsableSchemeDto } from '../../../core/api/generated/openapi';
import { Api } from '../../../core/api/api';
import { SaveState } from '../../../core/drafts/save-state';
import { ProblemNotice } from '../../../core/errors/problem-notice';
import { CurrentOrganization } from '../../../core/session/current-organization';
import { newestSchemes } from '../../../core/assessment/schemes';
import { ProfileFieldEditor } from './profile-field';
import { PROFILE_SECTIONS } from './profile-sections';
import { ProfileStore } from './profile-store';

/** 企业信息: fills the application form's facts; saves itself. */
@Component({
  selector: 'lx-profile-page',
  imports: [RouterLink, TranslocoDirective, SaveState, ProblemNotice, ProfileFieldEditor],
  providers: [ProfileStore],
  templateUrl: './profile-page.html',
  styleUrl: './profile-page.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProfilePage {
  protected readonly store = inject(ProfileStore);
  private readonly api = inject(Api);
  private readonly organization = inject(CurrentOrganization);
  private readonly transloco = inject(TranslocoService);

  protected readonly sections = PROFILE_SECTIONS;
  protected readonly schemes = signal<readonly UsableSchemeDto[]>([]);
  /** 国家级 and 省级 belong to the schemes of their time. */
  protected readonly hasLevels = computed(
    () =>
      this.schemes().find(({ id }) => id === this.store.content()?.schemeId)?.isHistorical === true,
  );
  protected readonly isReadOnly = computed(() => !this.organization.can('profile:write'));

  /** The field that a problem is of, before its words. */
  protected readonly nameOf = (path: string): string => {
    const [field] = path.split('.');
    const isShown = PROFILE_SECTIONS.some(({ fields }) =>
      fields.some(({ name }) => name === field),
    );
    if (!isShown) return '';
    const said = this.transloco.translate('parting.said');
    return `${this.transloco.translate(`organizations.profile.fields.${field}`)}${said}`;
  };

  constructor() {
    effect(() => {
      if (this.organization.id()) untracked(() => void this.store.load());
    });
    void newestSchemes(this.api)
      .then((schemes) => this.schemes.set(schemes))
      .catch(() => undefined);
  }

  /** Departments are allocated to sub-systems on a page of their own. */
  protected hasDepartments({ fields }: (typeof PROFILE_SECTIONS)[number]): boolean {
    return fields.some(({ name }) => name === 'departments');
  }

  protected jump(section: string): void {
    document.getElementById(`section-${section}`)?.scrollIntoView({ block: 'start' });
  }
}
