import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  AREA_WORDINGS,
  ENTERPRISE_CODE,
  MOST_COPIES,
  sideOf,
  TEMPLATE_AREAS,
  type Area,
} from '@liangxing/contracts';
import { Api } from '../../core/api/api';
import type {
  ClientDto,
  CopyLineDto,
  CopyTargetDto,
  TemplateDto,
} from '../../core/api/generated/openapi';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { LanguageService } from '../../core/i18n/language.service';
import { Busy } from '../../core/once/busy';
import { Newest } from '../../core/once/newest';
import { WordNotes } from '../../core/word-files/word-notes';

/** To which clients a template is copied: choose, look at what it would do, copy; a line says what became of each. */
@Component({
  selector: 'lx-copy-panel',
  imports: [ProblemNotice, TranslocoDirective, WordNotes],
  templateUrl: './copy-panel.html',
  styles: `
    .clients {
      max-height: 240px;
      margin: 0 0 var(--lx-gap-3);
      padding: 0;
      overflow: auto;
      list-style: none;
    }
    .toolbar .ant-input {
      width: 240px;
    }
    .code {
      width: 90px;
    }
    .scroll {
      margin: var(--lx-gap-3) 0;
      overflow-x: auto;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CopyPanel {
  private readonly api = inject(Api);
  private readonly language = inject(LanguageService);

  readonly template = input.required<TemplateDto>();
  /** The client from whose page one came. */
  readonly client = input('');
  /** The content on the screen differs from the template. */
  readonly isUnsaved = input(false);

  protected readonly busy = new Busy();
  protected readonly clients = signal<readonly ClientDto[] | null>(null);
  protected readonly chosen = signal<ReadonlySet<string>>(new Set());
  protected readonly lines = signal<readonly CopyLineDto[]>([]);
  protected readonly isDone = signal(false);
  /** Nothing has changed since the preview. */
  protected readonly mayCopy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  private readonly sought = signal('');
  /** What was looked at, and is copied as it was. */
  private looked: readonly CopyTargetDto[] = [];
  private readonly newest = new Newest();
  private readonly codes = signal<ReadonlyMap<string, string>>(new Map());

  private readonly areas = computed(() => TEMPLATE_AREAS[this.template().kind]);
  protected readonly found = computed(() =>
    (this.clients() ?? []).filter(({ clientName }) => clientName.includes(this.sought())),
  );
  protected readonly copied = computed(
    () => this.lines().filter(({ outcome }) => outcome === 'copied').length,
  );
  protected readonly mostCopies = MOST_COPIES;
  protected readonly hasTooMany = computed(() => this.chosen().size > MOST_COPIES);
  /** Clients whose code is typed, but is none. */
  protected readonly wrongCodes = computed(
    () =>
      new Set(
        [...this.codes()]
          .filter(([, code]) => code !== '' && !ENTERPRISE_CODE.test(code))
          .map(([clientId]) => clientId),
      ),
  );
  protected readonly hasCodes = computed(() =>
    this.lines().some(({ outcome }) => outcome === 'code_missing'),
  );

  constructor() {
    // What was looked at is not what is copied once the template is another one.
    effect(() => {
      this.template();
      untracked(() => this.forget());
    });
    void this.load();
  }

  protected opens(client: ClientDto): boolean {
    return this.closedAreas(client).length === 0;
  }

  /** Words of what the client has not opened for writing. */
  protected closedWords(client: ClientDto): string {
    const side = sideOf(this.language.current());
    const words = this.closedAreas(client).map((area) => AREA_WORDINGS[area][side]);
    return words.join(side === 'en' ? ', ' : '、');
  }

  private closedAreas({ writable }: ClientDto): readonly Area[] {
    return this.areas().filter((area) => !writable.includes(area));
  }

  protected find({ target }: Event): void {
    this.sought.set((target as HTMLInputElement).value.trim());
  }

  protected choose(id: string, { target }: Event): void {
    const isChosen = (target as HTMLInputElement).checked;
    const others = [...this.chosen()].filter((one) => one !== id);
    this.chosen.set(new Set(isChosen ? [...others, id] : others));
    this.forget();
  }

  protected chooseAll(): void {
    const ids = this.found()
      .filter((client) => this.opens(client))
      .map(({ clientId }) => clientId ?? '');
    this.chosen.set(new Set([...this.chosen(), ...ids]));
    this.forget();
  }

  protected setCode(clientId: string, { target }: Event): void {
    const code = (target as HTMLInputElement).value.trim().toUpperCase();
    this.codes.update((codes) => new Map([...codes, [clientId, code]]));
    this.newest.ask();
    this.mayCopy.set(false);
  }

  protected nameOf({ clientId, clientName }: CopyLineDto): string {
    const known = this.clients()?.find((client) => client.clientId === clientId);
    return clientName ?? known?.clientName ?? '';
  }

  /** @param count how many there are; `names` are the first of them */
  protected listed(names: readonly string[], count: number): string {
    const shown = names.join(this.language.current() === 'en' ? ', ' : '、');
    return count > names.length ? `${shown} … (${String(count)})` : shown;
  }

  protected preview(): Promise<void> {
    this.looked = [...this.chosen()].map((clientId) => {
      const code = this.codes().get(clientId) ?? '';
      return code === '' ? { clientId } : { clientId, code };
    });
    return this.ask('preview');
  }

  protected async ask(what: 'preview' | 'copy'): Promise<void> {
    const { id, version } = this.template();
    const clients = this.looked;
    const asked = { id, body: { clients } };
    const isNewest = this.newest.ask();
    this.problem.set(null);
    try {
      await this.busy.run(
        async () => {
          const lines =
            what === 'copy'
              ? await this.api.post('/templates/{id}/copies', { ...asked, ifMatch: version })
              : await this.api.post('/templates/{id}/copies/preview', asked);
          // A copy that was made is told, whatever was chosen meanwhile.
          if (what === 'preview' && !isNewest()) return;
          this.lines.set(lines);
          this.isDone.set(what === 'copy');
          this.mayCopy.set(what === 'preview');
        },
        what + JSON.stringify([version, clients]),
      );
    } catch (error) {
      if (what === 'copy' || isNewest()) this.problem.set(problemOf(error));
    }
  }

  /** Also an answer that is still on its way. */
  private forget(): void {
    this.newest.ask();
    this.lines.set([]);
    this.isDone.set(false);
    this.mayCopy.set(false);
  }

  private async load(): Promise<void> {
    try {
      const all = await this.api.get('/clients');
      const live = all.filter(({ state, clientId }) => state === 'live' && clientId !== null);
      this.clients.set(live);
      const asked = live.find((client) => client.clientId === this.client() && this.opens(client));
      if (asked) this.chosen.set(new Set([this.client()]));
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }
}
