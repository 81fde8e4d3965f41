import { browserOf } from './browser-of';
import { placeOf } from './place-of';

const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

describe('a session is known by', () => {
  it.each([
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome}`, 'Chrome · Windows'],
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Edg/140.0.0.0`, 'Edge · Windows'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox · Linux'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 MicroMessenger/8.0.50',
      'WeChat · iOS',
    ],
    [`Mozilla/5.0 (Linux; Android 15) ${chrome}`, 'Chrome · Android'],
    ['curl/8.0', ''],
    [undefined, ''],
  ])('its browser: %s', (header, name) => {
    expect(browserOf(header)).toBe(name);
  });

  it.each([
    ['203.0.113.7', '203.0.*.*'],
    ['::ffff:203.0.113.7', '203.0.*.*'],
    ['2001:db8:1:2::3', '2001:db8::/32'],
    ['127.0.0.1', 'local'],
    ['::1', 'local'],
    ['192.168.1.5', 'private'],
    ['fd00::1', 'private'],
    ['nonsense', ''],
  ])('its place, and not its address: %s', (address, place) => {
    expect(placeOf(address)).toBe(place);
  });
});
