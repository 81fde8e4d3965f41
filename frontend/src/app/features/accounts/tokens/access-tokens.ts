import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { ACCESS_TOKEN_DAYS, ACCESS_TOKEN_NAME, AREAS, type Area } from '@liangxing/contracts';
import { Api } from '../../../core/api/api';
import type { AccessTokenDto, MadeAccessTokenDto } from '../../../core/api/generated/openapi';
import { Notices } from '../../../core/errors/notices';
import { type Problem, problemOf } from '../../../core/errors/problem';
import { ProblemNotice } from '../../../core/errors/problem-notice';
import { TimePipe } from '../../../core/i18n/time.pipe';
import { Busy } from '../../../core/once/busy';
import { SessionService } from '../../../core/session/session.service';
import { OwnerProof } from '../owner-proof';
import { type AreaLevel, type AreaLevels, grantedBy, READ_EVERYTHING } from './area-levels';

/** Coarse places that have a word. */
const PLACES: Readonly<Record<string, string>> = {
  local: 'accounts.sessions.local',
  private: 'accounts.sessions.private',
  '': 'accounts.sessions.unknownPlace',
};

/** 访问令牌: by which a person's own programs ask; made, shown once, listed and revoked. */
@Component({
  selector: 'lx-access-tokens',
  imports: [OwnerProof, ProblemNotice, ReactiveFormsModule, TimePipe, TranslocoDirective],
  templateUrl: './access-tokens.html',
  styleUrl: './access-tokens.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccessTokens {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly proof = viewChild(OwnerProof);
  protected readonly session = inject(SessionService);

  protected readonly areas = AREAS;
  protected readonly choices: readonly AreaLevel[] = ['none', 'read', 'write'];
  protected readonly everything = READ_EVERYTHING;
  protected readonly days = { ...ACCESS_TOKEN_DAYS };
  protected readonly longestName = ACCESS_TOKEN_NAME;

  protected readonly tokens = signal<readonly AccessTokenDto[]>([]);
  protected readonly made = signal<MadeAccessTokenDto | null>(null);
  protected readonly levels = signal<AreaLevels>({});
  protected readonly opensNothing = computed(() => grantedBy(this.levels()).readable.length === 0);
  /** A client of several consultancies once; one to which the person belongs is among the own organizations. */
  protected readonly clients = computed(() => {
    const seen = new Set(this.session.memberships().map(({ organizationId }) => organizationId));
    return this.session.entries().filter(({ organizationId }) => {
      const isNew = !seen.has(organizationId);
      seen.add(organizationId);
      return isNew;
    });
  });
  /** What the form wants before a token can be made. */
  protected readonly missing = signal<readonly ('name' | 'days' | 'areas')[]>([]);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = new Busy();
  protected readonly form = inject(NonNullableFormBuilder).group({
    name: ['', [Validators.required, Validators.pattern(/\S/)]],
    organizationId: [''],
    days: [
      ACCESS_TOKEN_DAYS.usual as number,
      [
        Validators.required,
        Validators.pattern(/^\d+$/),
        Validators.min(ACCESS_TOKEN_DAYS.min),
        Validators.max(ACCESS_TOKEN_DAYS.max),
      ],
    ],
  });

  constructor() {
    void this.reload();
  }

  /** Others may have ended meanwhile: by a second factor that was switched on. */
  async reload(): Promise<void> {
    await this.load().catch((error: unknown) => this.problem.set(problemOf(error)));
  }

  protected choose(area: Area, { target }: Event): void {
    const { value } = target as HTMLSelectElement;
    this.levels.update((levels) => ({ ...levels, [area]: value as AreaLevel }));
  }

  protected async make(): Promise<void> {
    const { name, days } = this.form.controls;
    this.missing.set([
      ...(name.invalid ? (['name'] as const) : []),
      ...(days.invalid ? (['days'] as const) : []),
      ...(this.opensNothing() ? (['areas'] as const) : []),
    ]);
    if (this.missing().length > 0) return;
    const proof = this.proof()?.typed();
    if (!proof) return;
    await this.change('make', async () => {
      const { organizationId, ...form } = this.form.getRawValue();
      const { readable, writable } = grantedBy(this.levels());
      const areas = { readable: [...readable], writable: [...writable] };
      const body = { ...form, ...areas, ...proof, organizationId: organizationId || null };
      this.made.set(await this.api.post('/api/account/access-tokens', { body }));
      this.form.reset();
      this.proof()?.clear();
      this.levels.set({});
    });
  }

  protected revoke({ id }: AccessTokenDto): Promise<void> {
    return this.change(id, async () => {
      await this.api.delete('/api/account/access-tokens/{tokenId}', { tokenId: id });
      if (this.made()?.id === id) this.made.set(null);
      this.notices.done(this.transloco.translate('accounts.tokens.revoked'));
    });
  }

  /** A page without a secure address has no clipboard, and a browser may refuse it: the text is chosen instead. */
  protected async copy(field: HTMLInputElement): Promise<void> {
    try {
      await navigator.clipboard.writeText(field.value);
      this.notices.done(this.transloco.translate('accounts.tokens.copied'));
    } catch {
      field.select();
      this.notices.done(this.transloco.translate('accounts.tokens.chosen'));
    }
  }

  /** What it opens, in words: first what it writes, then what it only reads. */
  protected partsOf({ readable, writable }: AccessTokenDto) {
    const onlyRead = readable.filter((area) => !writable.includes(area));
    const words = (areas: readonly Area[]): string =>
      areas
        .map((area) => this.transloco.translate(`engagement.areas.${area}`))
        .join(this.transloco.translate('parting.names'));
    return [
      { level: 'write', areas: words(writable) },
      { level: 'read', areas: words(onlyRead) },
    ].filter(({ areas }) => areas !== '');
  }

  /** Empty where it opens all organizations; the id of one that was left. */
  protected nameOf(organizationId: string | null): string {
    const found = [...this.session.memberships(), ...this.session.entries()].find(
      (one) => one.organizationId === organizationId,
    );
    return found?.organizationName ?? organizationId ?? '';
  }

  protected placeOf(network: string): string {
    const word = PLACES[network];
    return word === undefined ? network : this.transloco.translate(word);
  }

  private async load(): Promise<void> {
    this.tokens.set(await this.api.get('/api/account/access-tokens'));
  }

  private async change(what: string, work: () => Promise<void>): Promise<void> {
    await this.busy.run(async () => {
      this.problem.set(null);
      try {
        await work();
        await this.load();
      } catch (error) {
        this.problem.set(problemOf(error));
      }
    }, what);
  }
}
