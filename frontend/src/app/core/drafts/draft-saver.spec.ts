import fc from 'fast-check';
import { type Draft, DraftSaver, type SentDraft } from './draft-saver';

interface Stored {
  readonly version: number;
  readonly content: string;
}
type Fate = 'ok' | 'lost' | 'down' | 'busy' | 'bad';
const statusOf = { lost: 0, down: 0, busy: 503, bad: 422 } as const;

/** One thing on a server that replays a request with the same key and refuses an older version. */
class Server {
  stored: Stored = { version: 0, content: '' };
  fates: Fate[] = [];
  readonly written: string[] = [];
  private readonly replies = new Map<string, Stored>();

  async send(sent: SentDraft<string>): Promise<Stored> {
    await Promise.resolve();
    const fate = this.fates.shift() ?? 'ok';
    if (fate === 'down' || fate === 'busy') throw { status: statusOf[fate] };
    let reply = this.replies.get(sent.idempotencyKey);
    if (!reply) {
      // What was taken once under a key is replayed, never judged anew.
      if (fate === 'bad') throw { status: statusOf[fate] };
      if (sent.version !== this.stored.version) throw { status: 409, current: this.stored };
      this.stored = reply = { version: sent.version + 1, content: sent.content };
      this.written.push(sent.content);
      this.replies.set(sent.idempotencyKey, reply);
    }
    if (fate === 'lost') throw { status: 0 };
    return reply;
  }
}

let key = 0;
function saverOn(server: Server, local: Map<string, Draft<string>>): DraftSaver<string, Stored> {
  return new DraftSaver<string, Stored>({
    send: (_itemId, sent) => server.send(sent),
    problemOf: (error) => {
      const { status, current } = error as { status: number; current?: Stored };
      return { status, isConflict: status === 409, current: current as never };
    },
    readAll: async () => [...local.values()],
    write: async (draft) => void local.set(draft.itemId, draft),
    remove: async (itemId) => void local.delete(itemId),
    newKey: () => String(++key),
    isComplete: () => true,
    onSaved: () => undefined,
    onChange: () => undefined,
    wakeIn: () => undefined,
  });
}

describe('saving drafts', () => {
  it('does not conflict with its own text when a response was lost and typing went on', async () => {
    const [server, local] = [new Server(), new Map<string, Draft<string>>()];
    const saver = saverOn(server, local);
    server.fates = ['lost'];
    saver.put('1', 'a', 0);
    await saver.run();
    saver.put('1', 'ab', 0);
    await saver.run();
    expect(saver.conflicts.size).toBe(0);
    expect(server.stored).toEqual({ version: 2, content: 'ab' });
    expect(local.size).toBe(0);
  });

  it('keeps what was typed after a conflict when one keeps mine', async () => {
    const [server, local] = [new Server(), new Map<string, Draft<string>>()];
    const saver = saverOn(server, local);
    server.stored = { version: 5, content: 'theirs' };
    saver.put('1', 'mine', 4);
    await saver.run();
    expect(saver.conflicts.get('1')).toEqual(server.stored);
    saver.put('1', 'mine, longer', 4);
    saver.settle('1', 'mine');
    expect(local.get('1')?.content).toBe('mine, longer');
    await saver.run();
    expect(server.stored.content).toBe('mine, longer');
  });

  it('is not blocked by a refusal of what was sent earlier', async () => {
    const server = new Server();
    const saver = saverOn(server, new Map());
    server.fates = ['bad'];
    saver.put('1', 'bad', 0);
    const running = saver.run();
    saver.put('1', 'good', 0);
    await running;
    expect(saver.refused.size).toBe(0);
    expect(server.stored.content).toBe('good');
  });

  it('never loses the newest text, sends elsewhere or conflicts with itself', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('type' as const), thing: fc.nat(1) }),
      fc.record({ do: fc.constant('run' as const), thing: fc.nat(1) }),
      fc.record({ do: fc.constant('turn' as const), thing: fc.nat(1) }),
      fc.record({ do: fc.constant('reopen' as const), thing: fc.nat(1) }),
    );
    const fate = fc.constantFrom<Fate>('ok', 'lost', 'down', 'busy', 'bad');
    await fc.assert(
      fc.asyncProperty(fc.array(step), fc.array(fate), async (steps, fates) => {
        const servers = [new Server(), new Server()] as const;
        const locals = [
          new Map<string, Draft<string>>(),
          new Map<string, Draft<string>>(),
        ] as const;
        const savers = [saverOn(servers[0], locals[0]), saverOn(servers[1], locals[1])];
        const newest = ['', ''];
        servers[0].fates = [...fates];
        for (const [index, { do: what, thing }] of steps.entries()) {
          const [server, local] = thing === 0 ? [servers[0], locals[0]] : [servers[1], locals[1]];
          if (what === 'type') {
            newest[thing] = `${thing}:${index}`;
            savers[thing]?.put('1', newest[thing] ?? '', server.stored.version);
          } else if (what === 'run') void savers[thing]?.run();
          else if (what === 'turn') for (let i = 0; i < 6; i++) await Promise.resolve();
          else {
            savers[thing]?.close();
            const saver = (savers[thing] = saverOn(server, local));
            void saver.open();
            for (let i = 0; i < 20; i++) await Promise.resolve();
          }
        }
        for (const thing of [0, 1] as const) {
          servers[thing].fates = [];
          savers[thing]?.close();
          for (let i = 0; i < 50; i++) await Promise.resolve();
          const last = saverOn(servers[thing], locals[thing]);
          await last.open();
          expect(last.conflicts.size).toBe(0);
          expect(servers[thing].stored.content).toBe(newest[thing]);
          expect(servers[thing].written.every((text) => text.startsWith(`${thing}:`))).toBe(true);
        }
      }),
    );
  });
});
