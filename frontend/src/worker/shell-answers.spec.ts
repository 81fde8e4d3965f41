import { answerOf } from './shell-answers';

const origin = 'https://liangxing.example';
const files = new Set(['/index.html', '/main-ABCD2345.js', '/favicon.svg']);
const asked = (path: string, more: object = {}) =>
  answerOf({ method: 'GET', mode: 'cors', url: origin + path, ...more }, origin, files);

describe('the worker of the shell', () => {
  it('keeps its hands off the API, off other sites and off what changes something', () => {
    expect(asked('/api/sessions/current')).toBe('not');
    expect(asked('/api/x', { mode: 'navigate' })).toBe('not');
    expect(asked('/main-ABCD2345.js', { method: 'POST' })).toBe('not');
    expect(asked('', { url: 'https://example.com/main-ABCD2345.js' })).toBe('not');
    expect(asked('/later-ABCD2345.js')).toBe('not');
  });

  it('takes pages from the network first, and files that never change from the machine', () => {
    expect(asked('/offline', { mode: 'navigate' })).toBe('start-page');
    expect(asked('/main-ABCD2345.js')).toBe('kept-first');
    expect(asked('/favicon.svg')).toBe('network-first');
  });
});
