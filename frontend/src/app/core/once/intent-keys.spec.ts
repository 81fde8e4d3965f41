import { DOUBLE_CLICK_MS } from './double-click';
import { IntentKeys, intentOf } from './intent-keys';

const post = (urlWithParams: string, body: unknown, version: string | null = null): string =>
  intentOf({ method: 'POST', urlWithParams, body, headers: { get: () => version } });

describe('the key of a creating request', () => {
  it('stays the same until its answer is known', () => {
    const keys = new IntentKeys();
    const first = keys.keyOf('a', 0);
    expect(keys.keyOf('a', 86_000_000)).toBe(first);
    expect(keys.keyOf('b', 0)).not.toBe(first);
  });

  it('covers the second click of a double click, and not what is asked for later', () => {
    const keys = new IntentKeys();
    const first = keys.keyOf('a', 0);
    keys.done('a', 20);
    expect(keys.keyOf('a', 20 + DOUBLE_CLICK_MS)).toBe(first);
    expect(keys.keyOf('a', 21 + DOUBLE_CLICK_MS)).not.toBe(first);
  });

  it('is a new one after a refusal', () => {
    const keys = new IntentKeys();
    const first = keys.keyOf('a', 0);
    keys.refused('a');
    expect(keys.keyOf('a', 1)).not.toBe(first);
  });
});

describe('two requests', () => {
  it('mean the same where address, version and content are the same', () => {
    expect(post('/a', { x: 1 })).toBe(post('/a', { x: 1 }));
    expect(post('/a', { x: 1 })).not.toBe(post('/b', { x: 1 }));
    expect(post('/a', { x: 1 })).not.toBe(post('/a', { x: 2 }));
    expect(post('/a', {}, '"1"')).not.toBe(post('/a', {}, '"2"'));
  });

  it('of files mean the same where it is the same file', () => {
    const upload = (name: string, content: string): string => {
      const form = new FormData();
      form.append('file', new File([content], name, { lastModified: 1 }));
      return post('/a', form);
    };
    expect(upload('a.pdf', 'x')).toBe(upload('a.pdf', 'y'));
    expect(upload('a.pdf', 'x')).not.toBe(upload('b.pdf', 'x'));
    expect(upload('a.pdf', 'x')).not.toBe(upload('a.pdf', 'xx'));
  });
});
