import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import type { ChangeTemplateDto, TemplateDto } from '../../core/api/generated/openapi';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { Busy } from '../../core/once/busy';
import { Newest } from '../../core/once/newest';
import { CurrentOrganization } from '../../core/session/current-organization';
import { WordFieldsHelp } from '../../core/word-files/word-fields-help';
import { CopyPanel } from './copy-panel';
import { NumberingFields, USUAL_RULE } from './numbering-fields';
import { RowEditor } from './row-editor';
import { contentOf, isRowKind, rowsOf, wrongCells, type Row } from './rows';
import { StructureEditor, type Operation } from './structure-editor';

/** One template: its content, and to which clients it is copied. */
@Component({
  selector: 'lx-template-page',
  imports: [
    CopyPanel,
    NumberingFields,
    ProblemNotice,
    RouterLink,
    RowEditor,
    StructureEditor,
    TranslocoDirective,
    WordFieldsHelp,
  ],
  templateUrl: './template.page.html',
  styles: `
    .files-hint {
      margin-top: var(--lx-gap-2);
    }
    .items {
      max-height: 300px;
      overflow: auto;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TemplatePage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly organization = inject(CurrentOrganization);
  private readonly newest = new Newest();

  /** Of the address. */
  readonly templateId = input.required<string>();
  /** Of the address: the client from whose page one came. */
  readonly client = input<string>();

  protected readonly busy = new Busy();
  protected readonly template = signal<TemplateDto | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isRemoving = signal(false);
  protected readonly fileUrl = (number: number): string =>
    this.api.url('/templates/{id}/files/{number}/content', { id: this.templateId(), number });
  protected readonly canWrite = computed(() => this.organization.can('templates:write'));
  protected readonly rowKind = computed(() => {
    const kind = this.template()?.kind ?? '';
    return isRowKind(kind) ? kind : null;
  });
  protected readonly rule = linkedSignal(() => this.template()?.numbering ?? USUAL_RULE);
  protected readonly rows = linkedSignal<readonly Row[]>(() => {
    const template = this.template();
    return template === null ? [] : rowsOf(template);
  });

  /** What is on the screen is not what would be copied. */
  protected readonly isUnsaved = computed(() => {
    const template = this.template();
    if (template === null) return false;
    const typed = [this.rows(), this.rule()];
    const stored = [rowsOf(template), template.numbering ?? USUAL_RULE];
    return JSON.stringify(typed) !== JSON.stringify(stored);
  });

  constructor() {
    effect(() => {
      const id = this.templateId();
      if (this.organization.id()) untracked(() => void this.load(id));
    });
  }

  protected save(event: Event, name: string, note: string): Promise<void> {
    event.preventDefault();
    const template = this.template();
    const kind = this.rowKind();
    const words = { name: name.trim(), note: note.trim() };
    if (kind !== null && wrongCells(kind, this.rows()).length > 0) return Promise.resolve();
    if (template !== null && kind !== null)
      return this.change({ ...words, content: contentOf(kind, this.rows(), template) });
    if (template?.numbering) return this.change({ ...words, content: { numbering: this.rule() } });
    return this.change(words);
  }

  protected change(body: ChangeTemplateDto): Promise<void> {
    return this.write(JSON.stringify(body), (template) =>
      this.api.patch('/templates/{id}', { id: template.id, body, ifMatch: template.version }),
    );
  }

  protected operate(operation: Operation): Promise<void> {
    const body = { operations: [operation] };
    return this.write(JSON.stringify(body), ({ id, version }) =>
      this.api.post('/templates/{id}/changes', { id, body, ifMatch: version }),
    );
  }

  protected upload({ line, file }: { readonly line: number; readonly file: File }): Promise<void> {
    return this.write(
      `${String(line)} ${file.name} ${String(file.lastModified)}`,
      ({ id, version }) =>
        this.api.post('/templates/{id}/drafts/{line}/file', {
          ...{ id, line, form: { file } },
          ifMatch: version,
        }),
    );
  }

  /** Gone is gone, whoever removed it. */
  protected remove({ id, version }: TemplateDto): Promise<void> {
    return this.attempt('remove', async () => {
      try {
        await this.api.delete('/templates/{id}', { id, ifMatch: version });
      } catch (error) {
        if (problemOf(error).status !== 404) throw error;
      }
      this.notices.done(this.transloco.translate('templates.removed'));
      const to = ['/o', this.organization.id(), 'templates'];
      await this.router.navigate(to, { queryParamsHandling: 'merge' });
    });
  }

  protected async duplicate(name: string): Promise<void> {
    const asked = { id: this.templateId(), body: { name: name.slice(0, 100) } };
    await this.attempt('duplicate', async () => {
      const { id } = await this.api.post('/templates/{id}/duplicates', asked);
      const to = ['/o', this.organization.id(), 'templates', id];
      await this.router.navigate(to, { queryParamsHandling: 'merge' });
    });
  }

  private async write(
    what: string,
    send: (template: TemplateDto) => Promise<TemplateDto>,
  ): Promise<void> {
    const template = this.template();
    if (template === null) return;
    await this.attempt(what, async () => {
      this.template.set(await send(template));
      this.notices.done(this.transloco.translate('templates.saved'));
    });
  }

  private async attempt(what: string, work: () => Promise<void>): Promise<void> {
    this.problem.set(null);
    try {
      await this.busy.run(work, what);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  private async load(id: string): Promise<void> {
    const isNewest = this.newest.ask();
    this.template.set(null);
    this.problem.set(null);
    this.isRemoving.set(false);
    try {
      const found = await this.api.get('/templates/{id}', { id });
      if (isNewest()) this.template.set(found);
    } catch (error) {
      if (isNewest()) this.problem.set(problemOf(error));
    }
  }
}
