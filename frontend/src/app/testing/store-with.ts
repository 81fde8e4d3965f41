import '@angular/compiler';
import {
  ApplicationRef,
  type EnvironmentInjector,
  type EnvironmentProviders,
  Injector,
  type Provider,
  type Type,
  createEnvironmentInjector,
  provideZonelessChangeDetection,
  ɵINJECTOR_SCOPE as INJECTOR_SCOPE,
} from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Api } from '../core/api/api';
import { LocalDrafts } from '../core/drafts/local-drafts';
import { Problem } from '../core/errors/problem';
import { LanguageService } from '../core/i18n/language.service';
import { OverviewService } from '../core/overview/overview.service';

type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** What a request asks for: the values of its address, its query, its version and its body. */
export interface Asked {
  readonly [name: string]: unknown;
  readonly ifMatch?: number;
  readonly body?: Record<string, unknown>;
}

/** A server as the test plays it: `PUT /profile` → its answer. What it throws is the failure. */
export type Answers = Record<string, (asked: Asked) => unknown>;

/** A server that answers as it is told and writes down what it was asked. */
export class PlayedServer {
  readonly asked: (Asked & { readonly at: string })[] = [];

  constructor(readonly answers: Answers) {}

  readonly get = this.verb('get');
  readonly post = this.verb('post');
  readonly put = this.verb('put');
  readonly patch = this.verb('patch');
  readonly delete = this.verb('delete');

  private verb(verb: Verb) {
    return async (address: string, asked: Asked = {}): Promise<unknown> => {
      const at = `${verb.toUpperCase()} ${address}`;
      this.asked.push({ ...asked, at });
      const answer = this.answers[at];
      if (!answer) throw new Problem('not_found', 404, at, '');
      await Promise.resolve();
      return answer(asked);
    };
  }

  /** The requests of one kind, in their order. */
  askedFor(at: string): readonly Asked[] {
    return this.asked.filter((one) => one.at === at);
  }
}

export const conflictWith = (current: unknown): Problem =>
  new Problem('version_conflict', 409, '', '', [], current);

export const failure = (status: number): Problem =>
  new Problem(status === 0 ? 'offline' : 'unexpected', status, '', '');

class MemoryDrafts {
  readonly kept = new Map<string, unknown>();

  async read(key: string): Promise<unknown> {
    return this.kept.get(key);
  }

  async write(key: string, value: unknown): Promise<void> {
    this.kept.set(key, value);
  }

  async remove(key: string): Promise<void> {
    this.kept.delete(key);
  }

  async readAll(prefix: string): Promise<readonly { key: string; value: unknown }[]> {
    return [...this.kept]
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, value]) => ({ key, value }));
  }
}

class MemoryStorage {
  private readonly values = new Map<string, string>();

  getItem(key: string): string | null {
    return this.values.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.values.set(key, value);
  }

  removeItem(key: string): void {
    this.values.delete(key);
  }
}

const { setTimeout: later } = globalThis;

/** What stores use of a browser; no wait of a page that is over keeps the tests from ending. */
function playBrowser(): void {
  const window = new EventTarget();
  const played = {
    localStorage: new MemoryStorage(),
    sessionStorage: new MemoryStorage(),
    addEventListener: window.addEventListener.bind(window),
    removeEventListener: window.removeEventListener.bind(window),
    dispatchEvent: window.dispatchEvent.bind(window),
    setTimeout: (act: () => void, milliseconds?: number) => later(act, milliseconds).unref(),
  };
  for (const [name, value] of Object.entries(played))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

let opened: EnvironmentInjector | null = null;

/** A store as its page has it, with a server that the test plays; `injector` gives what stands beside it. */
export function storeWith<T>(
  store: Type<T>,
  server: PlayedServer,
  providers: readonly (Provider | EnvironmentProviders)[] = [],
): {
  readonly store: T;
  readonly injector: EnvironmentInjector;
  readonly kept: Map<string, unknown>;
} {
  const drafts = new MemoryDrafts();
  playBrowser();
  const injector = createEnvironmentInjector(
    [
      { provide: INJECTOR_SCOPE, useValue: 'root' },
      provideZonelessChangeDetection(),
      { provide: Api, useValue: server },
      { provide: LocalDrafts, useValue: drafts },
      { provide: LanguageService, useValue: { current: () => 'zh-CN', use: () => undefined } },
      { provide: OverviewService, useValue: { refresh: async () => undefined } },
      { provide: TranslocoService, useValue: { translate: (key: string) => key } },
      store,
      ...providers,
    ],
    Injector.create({ providers: [] }) as EnvironmentInjector,
  );
  opened = injector;
  return { store: injector.get(store), injector, kept: drafts.kept };
}

/** Until everything that was begun has come to rest, effects too; no wait of a timer is over by then. */
export async function atRest(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    if (opened && !(opened as { destroyed?: boolean }).destroyed) opened.get(ApplicationRef).tick();
    await new Promise((resume) => setImmediate(resume));
  }
}
