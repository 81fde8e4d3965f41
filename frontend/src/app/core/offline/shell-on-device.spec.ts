import { startsWith } from './shell-on-device';

describe('a start page', () => {
  const page = '<script src="main-ABCD2345.js" type="module"></script>';

  it('was built with the script that it names', () => {
    expect(startsWith(page, 'main-ABCD2345.js')).toBe(true);
    expect(startsWith(page, 'main-BBBB2345.js')).toBe(false);
    expect(startsWith(page, null)).toBe(true);
  });
});
