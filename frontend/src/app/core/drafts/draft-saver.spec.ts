import fc from 'fast-check';
import { type Draft, DraftSaver, type DraftSaverPorts, type SentDraft } from './draft-saver';
import { mergedFields } from './merge-fields';

interface Content {
  readonly text?: string;
  readonly remark?: string;
}
interface Stored extends Content {
  readonly version: number;
}
/** What becomes of a request; `lost`: it is done, but the answer does not arrive. */
type Fate = 'ok' | 'lost' | 'offline' | 'too_many' | 'broken' | 'busy' | 'bad';
const statusOf = { offline: 0, too_many: 429, broken: 500, busy: 503, bad: 422 } as const;
const fates: readonly Fate[] = ['ok', 'lost', 'offline', 'too_many', 'broken', 'busy', 'bad'];

/** One thing on a server that refuses an older version; some replay a request with the same key. */
class Server {
  stored: Stored = { version: 0, text: '', remark: '' };
  fates: Fate[] = [];
  readonly written: Content[] = [];
  private readonly replies = new Map<string, Stored>();

  constructor(private readonly knowsKeys = true) {}

  async send({ content, version, idempotencyKey }: SentDraft<Content>): Promise<Stored> {
    await Promise.resolve();
    const fate = this.fates.shift() ?? 'ok';
    const reply = this.knowsKeys ? this.replies.get(idempotencyKey) : undefined;
    // What was taken once is not judged otherwise later.
    const isTaken = this.written.some(({ text }) => text === content.text);
    if (fate !== 'ok' && fate !== 'lost' && !(fate === 'bad' && isTaken))
      throw { status: statusOf[fate] };
    if (!reply) {
      if (version !== this.stored.version) throw { status: 409, current: this.stored };
      this.write(content);
      this.written.push(content);
      this.replies.set(idempotencyKey, this.stored);
    }
    if (fate === 'lost') throw { status: 0 };
    return reply ?? this.stored;
  }

  write(content: Content): void {
    this.stored = { ...this.stored, ...content, version: this.stored.version + 1 };
  }
}

type Merge = DraftSaverPorts<Content, Stored>['merge'];

/** A browser: what lies on the machine, and the page that is open in it. */
class Browser {
  readonly local = new Map<string, Draft<Content>>();
  shown: Stored;
  saver: DraftSaver<Content, Stored>;
  now = 0;
  private static keys = 0;

  constructor(
    readonly server: Server,
    private readonly merge?: Merge,
  ) {
    this.shown = server.stored;
    this.saver = new DraftSaver(this.ports());
    void this.saver.open();
  }

  type(content: Content): void {
    this.saver.put('1', { ...this.saver.drafts.get('1')?.content, ...content });
  }

  /** The page is left and opened again; it asks the server before what was left is sent. */
  leaveAndReturn(): void {
    this.shown = this.server.stored;
    void this.saver.close();
    void this.saver.reopen(this.ports());
  }

  /** Nothing of the page lives on, whatever is on its way. */
  reload(): void {
    this.isAlive.now = false;
    this.shown = this.server.stored;
    this.saver = new DraftSaver(this.ports());
    void this.saver.open();
  }

  private isAlive = { now: true };

  private ports(): DraftSaverPorts<Content, Stored> {
    const page = (this.isAlive = { now: true });
    return {
      send: (_, sent) => (page.now ? this.server.send(sent) : new Promise(() => undefined)),
      problemOf: (error) => {
        const { status, current } = error as { status: number; current?: Stored };
        return { status, isConflict: status === 409, current };
      },
      stored: () => this.shown,
      contentOf: ({ text = '', remark = '' }) => ({ text, remark }),
      ...(this.merge ? { merge: this.merge } : {}),
      readAll: async () => [...this.local.values()],
      write: async (draft) => void (page.now && this.local.set(draft.itemId, draft)),
      remove: async (itemId) => void (page.now && this.local.delete(itemId)),
      newKey: () => String(++Browser.keys),
      now: () => this.now,
      isComplete: () => true,
      onSaved: (saved) => {
        if (page.now) this.shown = saved;
      },
      onChange: () => undefined,
      wakeIn: () => undefined,
    };
  }
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await Promise.resolve();
}

describe('saving drafts', () => {
  it('does not conflict with its own text when a response was lost and typing went on', async () => {
    const browser = new Browser(new Server());
    browser.server.fates = ['lost'];
    browser.type({ text: 'a' });
    await browser.saver.run();
    browser.type({ text: 'ab' });
    await browser.saver.run();
    expect(browser.saver.conflicts.size).toBe(0);
    expect(browser.server.stored).toMatchObject({ version: 2, text: 'ab' });
    expect(browser.local.size).toBe(0);
  });

  it('keeps what was typed after a conflict when one keeps mine', async () => {
    const browser = new Browser(new Server());
    browser.server.write({ text: 'theirs' });
    browser.type({ text: 'mine' });
    await browser.saver.run();
    expect(browser.saver.conflicts.get('1')).toEqual(browser.server.stored);
    browser.type({ text: 'mine, longer' });
    browser.saver.settle('1', 'mine');
    expect(browser.local.get('1')?.content).toEqual({ text: 'mine, longer' });
    await browser.saver.run();
    expect(browser.server.stored.text).toBe('mine, longer');
  });

  it('is not blocked by a refusal of what was sent earlier', async () => {
    const browser = new Browser(new Server());
    browser.server.fates = ['bad'];
    browser.type({ text: 'bad' });
    const running = browser.saver.run();
    browser.type({ text: 'good' });
    await running;
    expect(browser.saver.refused.size).toBe(0);
    expect(browser.server.stored.text).toBe('good');
  });

  it('sends what waits when the page is left', async () => {
    const browser = new Browser(new Server());
    browser.type({ text: 'last word' });
    await browser.saver.close();
    expect(browser.server.stored.text).toBe('last word');
    expect(browser.local.size).toBe(0);
  });

  it('waits longer after each failure and as at first after a success', async () => {
    const waits: (number | null)[] = [];
    const server = new Server();
    server.fates = ['offline', 'busy', 'too_many', 'ok', 'busy'];
    const browser = new Browser(server);
    Object.assign(browser.saver, {
      ports: { ...browser.saver['ports'], wakeIn: (wait: number | null) => void waits.push(wait) },
    });
    browser.type({ text: 'a' });
    for (let time = 0; time < 4; time++) {
      await browser.saver.run();
      browser.now += 48_000;
    }
    browser.type({ text: 'b' });
    await browser.saver.run();
    expect(waits).toEqual([400, 3_000, 6_000, 12_000, 400, 3_000]);
  });
});

/** Things on a server that stumbles over some of them, and a page that is woken when it asked to be. */
async function savedBeside(stumblesOver: ReadonlySet<string>, ids: readonly string[]) {
  const [stored, tried] = [new Map<string, string>(), new Map<string, number[]>()];
  const clock = { now: 0, wakesAt: null as number | null };
  const saver = new DraftSaver<Content, Stored>({
    send: async (id, { content, version }) => {
      tried.set(id, [...(tried.get(id) ?? []), clock.now]);
      if (stumblesOver.has(id)) throw { status: 500 };
      stored.set(id, content.text ?? '');
      return { ...content, version: version + 1 };
    },
    problemOf: (error) => ({
      ...{ status: (error as { status: number }).status, isConflict: false },
      current: undefined,
    }),
    stored: () => ({ version: 0, text: '' }),
    contentOf: ({ text = '' }) => ({ text }),
    readAll: async () => [],
    write: async () => undefined,
    remove: async () => undefined,
    newKey: () => 'key',
    now: () => clock.now,
    isComplete: () => true,
    onSaved: () => undefined,
    onChange: () => undefined,
    wakeIn: (wait) => {
      clock.wakesAt = wait === null ? null : clock.now + wait;
    },
  });
  await saver.open();
  const wakeUntil = async (end: number): Promise<void> => {
    while (clock.wakesAt !== null && clock.wakesAt <= end) {
      clock.now = clock.wakesAt;
      clock.wakesAt = null;
      await saver.run();
    }
    clock.now = end;
  };
  for (const id of ids) {
    saver.put(id, { text: `text of ${id}` });
    // Somebody goes on typing.
    await wakeUntil(clock.now + 500);
  }
  return { saver, stored, tried, wakeUntil };
}

describe('one thing over which the server stumbles', () => {
  const ids = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { minLength: 1 });

  it('keeps no other waiting, and is tried again after longer and longer pauses', async () => {
    await fc.assert(
      fc.asyncProperty(ids, fc.subarray([...'abcdefgh']), async (ids, bad) => {
        const stumblesOver = new Set(bad.filter((id) => ids.includes(id)));
        const page = await savedBeside(stumblesOver, ids);
        const good = ids.filter((id) => !stumblesOver.has(id));
        expect([...page.stored.keys()]).toEqual(good);
        expect(new Set(page.saver.drafts.keys())).toEqual(stumblesOver);
        expect(page.saver.isOffline).toBe(stumblesOver.size > 0);

        await page.wakeUntil(200_000);
        for (const id of stumblesOver) {
          const times = page.tried.get(id) ?? [];
          const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0));
          expect(pauses.slice(0, 6)).toEqual([3_000, 6_000, 12_000, 24_000, 48_000, 48_000]);
        }
        for (const id of good) expect(page.tried.get(id)).toHaveLength(1);
      }),
    );
  });

  it('is tried at once where the line is back or the page is left', async () => {
    const page = await savedBeside(new Set(['a']), ['a', 'b']);
    await page.saver.runAll();
    await page.saver.close();
    expect(page.tried.get('a')).toHaveLength(3);
    expect(page.tried.get('b')).toHaveLength(1);
  });
});

const doing = fc.oneof(
  { weight: 3, arbitrary: fc.constant('type' as const) },
  fc.constantFrom('run', 'turn', 'return', 'reload', 'other', 'settle'),
);

describe('whatever happens', () => {
  it('what was typed last is stored or shown beside what another person wrote', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.array(doing, { maxLength: 30 }),
        fc.array(fc.constantFrom(...fates)),
        async (knowsKeys, steps, fates) => {
          const browser = new Browser(new Server(knowsKeys));
          browser.server.fates = [...fates];
          let newest: string | null = null;
          for (const [index, step] of steps.entries()) {
            if (step === 'type') browser.type({ text: (newest = `mine ${index}`) });
            else if (step === 'run') void browser.saver.run();
            else if (step === 'turn') await turns(6);
            else if (step === 'return') browser.leaveAndReturn();
            else if (step === 'other') browser.server.write({ text: `other ${index}` });
            else if (step === 'settle') browser.saver.settle('1', 'mine');
            else {
              browser.reload();
              await turns(20);
            }
          }
          await turns(100);
          browser.server.fates = [];
          browser.reload();
          await turns(200);
          const conflict = browser.saver.conflicts.get('1');
          const isStored =
            newest === null || browser.server.written.some(({ text }) => text === newest);
          if (conflict) {
            expect(conflict.text).toMatch(/^other/);
            expect(browser.saver.drafts.get('1')?.content.text).toBe(newest);
          } else expect(isStored).toBe(true);
          if (!steps.includes('other')) {
            expect(conflict).toBeUndefined();
            expect(browser.server.stored.text).toBe(newest ?? '');
            expect(browser.shown).toEqual(browser.server.stored);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('changes of different fields come together without a question', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('type', 'run', 'turn', 'return', 'other'), { maxLength: 30 }),
        fc.array(fc.constantFrom(...fates)),
        async (steps, fates) => {
          const browser = new Browser(new Server(), mergedFields);
          browser.server.fates = [...fates];
          let [mine, theirs] = ['', ''];
          for (const [index, step] of steps.entries()) {
            if (step === 'type') browser.type({ text: (mine = `mine ${index}`) });
            else if (step === 'run') void browser.saver.run();
            else if (step === 'turn') await turns(6);
            else if (step === 'return') browser.leaveAndReturn();
            else browser.server.write({ remark: (theirs = `other ${index}`) });
          }
          await turns(100);
          browser.server.fates = [];
          browser.reload();
          await turns(200);
          expect(browser.saver.conflicts.size).toBe(0);
          expect(browser.server.stored).toMatchObject({ text: mine, remark: theirs });
        },
      ),
      { numRuns: 500 },
    );
  });
});
