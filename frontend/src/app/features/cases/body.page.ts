import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import type { BodyProfileDto, WriteBodyDto } from '../../core/api/generated/openapi';
import { type AsideLine, asideLines } from '../../core/drafts/aside-lines';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { Busy } from '../../core/once/busy';
import { Newest } from '../../core/once/newest';
import { CurrentOrganization } from '../../core/session/current-organization';
import { BodyForms } from './body-forms';
import { filledRows, TitledRows } from './titled-rows';

/** 机构介绍: what enterprises read of a body, and whether they can hand dossiers in. */
@Component({
  selector: 'lx-body-page',
  imports: [BodyForms, ProblemNotice, TitledRows, TranslocoDirective],
  templateUrl: './body.page.html',
  styleUrl: './cases.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BodyPage {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly organization = inject(CurrentOrganization);
  private readonly newest = new Newest();
  /** Upon which the next save is. */
  private version = 0;

  protected readonly busy = new Busy();
  protected readonly typed = signal<WriteBodyDto | null>(null);
  /** What somebody else has saved meanwhile. */
  protected readonly theirs = signal<BodyProfileDto | null>(null);
  protected readonly isUntitled = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly canWrite = computed(() => this.organization.can('body:write'));
  protected readonly words = computed(() => ({
    title: this.transloco.translate('cases.body.material'),
    note: this.transloco.translate('cases.body.materialNote'),
    add: this.transloco.translate('cases.body.addMaterial'),
    remove: this.transloco.translate('cases.body.removeMaterial'),
  }));
  /** Where theirs is another one than what is typed. */
  protected readonly otherwise = computed(() => {
    const [theirs, typed] = [this.theirs(), this.typed()];
    if (theirs === null || typed === null) return [];
    return this.linesOf(theirs, { ...typed, materials: filledRows(typed.materials) });
  });

  constructor() {
    effect(() => {
      if (this.organization.id()) untracked(() => void this.load());
    });
  }

  protected type(change: Partial<WriteBodyDto>): void {
    this.typed.update((typed) => typed && { ...typed, ...change });
  }

  protected typeText(field: 'introduction' | 'contact' | 'fees', event: Event): void {
    this.type({ [field]: (event.target as HTMLInputElement).value });
  }

  /** Where somebody else has saved meanwhile, what is typed stays beside theirs, and the next save is upon theirs. */
  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const typed = this.typed();
    if (typed === null) return;
    const body = { ...typed, materials: filledRows(typed.materials) };
    this.isUntitled.set(body.materials.some(({ title }) => title === ''));
    if (this.isUntitled()) return;
    const isNewest = this.newest.ask();
    this.problem.set(null);
    try {
      await this.busy.run(async () => {
        const { version } = await this.api.put('/body-profile', { body, ifMatch: this.version });
        if (!isNewest()) return;
        this.version = version;
        this.theirs.set(null);
        this.notices.done(this.transloco.translate('cases.body.saved'));
      }, 'save');
    } catch (error) {
      if (isNewest()) this.refused(problemOf(error));
    }
  }

  /** What is typed is given up for what somebody else has saved. */
  protected takeTheirs(theirs: BodyProfileDto): void {
    this.show(theirs);
    this.problem.set(null);
  }

  private refused(problem: Problem): void {
    this.problem.set(problem);
    if (!problem.isConflict || problem.current === undefined) return;
    const theirs = problem.current as BodyProfileDto;
    this.version = theirs.version;
    this.theirs.set(theirs);
  }

  private show({ version, ...stored }: BodyProfileDto): void {
    this.version = version;
    this.typed.set(stored);
    this.theirs.set(null);
    this.isUntitled.set(false);
  }

  private linesOf(theirs: BodyProfileDto, typed: WriteBodyDto): readonly AsideLine[] {
    const line = (field: string, text: string): AsideLine => ({
      label: this.transloco.translate<string>(`cases.body.${field}`),
      text,
    });
    const yesOrNo = (isAccepting: boolean): string =>
      this.transloco.translate(isAccepting ? 'cases.body.yes' : 'cases.body.no');
    return asideLines<WriteBodyDto>(theirs, typed, {
      isAccepting: (isAccepting) => line('accepting', yesOrNo(isAccepting)),
      introduction: (text) => line('introduction', text),
      contact: (text) => line('contact', text),
      fees: (text) => line('fees', text),
      materials: (rows) =>
        line('materials', rows.map(({ title, note }) => `${title} ${note}`.trim()).join('\n')),
    });
  }

  /** Nothing of another organization stays. */
  private async load(): Promise<void> {
    const isNewest = this.newest.ask();
    this.typed.set(null);
    this.theirs.set(null);
    this.problem.set(null);
    try {
      const found = await this.api.get('/body-profile');
      if (isNewest()) this.show(found);
    } catch (error) {
      if (isNewest()) this.problem.set(problemOf(error));
    }
  }
}
