import { type EarlierDrafts, readDrafts } from './earlier-drafts';
import type { LocalDrafts } from './local-drafts';

interface Content {
  readonly text: string;
}

function machineWith(entries: Readonly<Record<string, unknown>>) {
  const kept = new Map(Object.entries(entries));
  const local = {
    readAll: async (prefix: string) =>
      [...kept].filter(([key]) => key.startsWith(prefix)).map(([key, value]) => ({ key, value })),
    write: async (key: string, value: unknown) => void kept.set(key, value),
    remove: async (key: string) => void kept.delete(key),
  };
  return { kept, local: local as unknown as LocalDrafts };
}

const draft = (itemId: string, text: string) => ({ itemId, content: { text }, version: 3 });
const earlier: EarlierDrafts<Content> = {
  key: 'report:u:a',
  draftsOf: (kept) => [draft('report', (kept as Content).text)],
};

describe('text that an earlier build kept', () => {
  it('is taken up once, and lies under the new key from then on', async () => {
    const { kept, local } = machineWith({ 'report:u:a': { text: '旧' }, 'report:u:ab': 1 });
    expect(await readDrafts(local, 'report:u:a:', earlier)).toEqual([draft('report', '旧')]);
    expect([...kept]).toEqual([
      ['report:u:ab', 1],
      ['report:u:a:report', draft('report', '旧')],
    ]);
    expect(await readDrafts(local, 'report:u:a:', earlier)).toEqual([draft('report', '旧')]);
  });

  it('gives way to what was typed since', async () => {
    const newer = draft('report', '新');
    const { kept, local } = machineWith({
      'report:u:a': { text: '旧' },
      'report:u:a:report': newer,
    });
    expect(await readDrafts(local, 'report:u:a:', earlier)).toEqual([newer]);
    expect([...kept.keys()]).toEqual(['report:u:a:report']);
  });

  it('that finds no room is shown, stays where it was, and holds up nothing else', async () => {
    const { kept, local } = machineWith({
      'action:u:o:1': { text: '一' },
      'action:u:o:2': { text: '二' },
      'improvements:u:o:3': draft('3', '今'),
    });
    const { write } = local;
    local.write = async (key, value) => {
      if (key.endsWith(':1')) throw new Error('full');
      await write(key, value);
    };
    let id = 0;
    const drafts = await readDrafts<Content>(local, 'improvements:u:o:', {
      key: 'action:u:o:',
      draftsOf: (value) => [draft(String(++id), (value as Content).text)],
    });
    expect(drafts).toEqual([draft('3', '今'), draft('1', '一'), draft('2', '二')]);
    expect([...kept.keys()].sort()).toEqual([
      ...['action:u:o:1', 'improvements:u:o:2', 'improvements:u:o:3'],
    ]);
  });

  it('in a shape that nobody knows any more stays, and holds up nothing else', async () => {
    const { kept, local } = machineWith({
      'report:u:a': null,
      'report:u:a:today': draft('today', '今'),
    });
    expect(await readDrafts(local, 'report:u:a:', earlier)).toEqual([draft('today', '今')]);
    expect([...kept.keys()]).toEqual(['report:u:a', 'report:u:a:today']);
  });

  it('is found under a key for each thing where there was one', async () => {
    const { kept, local } = machineWith({
      'action:u:o:1': { text: '一' },
      'action:u:o:2': { text: '二' },
      'action:u:other:3': { text: '三' },
    });
    let id = 0;
    const drafts = await readDrafts<Content>(local, 'improvements:u:o:', {
      key: 'action:u:o:',
      draftsOf: (value) => [draft(String(++id), (value as Content).text)],
    });
    expect(drafts).toEqual([draft('1', '一'), draft('2', '二')]);
    expect([...kept.keys()].sort()).toEqual([
      ...['action:u:other:3', 'improvements:u:o:1', 'improvements:u:o:2'],
    ]);
  });
});
