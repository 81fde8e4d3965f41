import { passkeySite } from './passkey-site';

describe('the site of passkeys', () => {
  it.each([
    ['https://liangxing.example.com', 'liangxing.example.com', 'https://liangxing.example.com'],
    ['https://EXAMPLE.com:8443/', 'example.com', 'https://example.com:8443'],
    ['http://localhost:4200', 'localhost', 'http://localhost:4200'],
    ['http://try.localhost', 'try.localhost', 'http://try.localhost'],
  ])('of %s is its domain', (publicUrl, domain, origin) => {
    expect(passkeySite(publicUrl)).toEqual({ domain, origin });
  });

  it.each([
    'http://127.0.0.1:4200',
    'https://192.168.1.20',
    'https://[fd00::1]:8443',
    'http://liangxing.example.com',
    'http://localhost.example.com',
    '',
  ])('is none at %j', (publicUrl) => {
    expect(passkeySite(publicUrl)).toBeNull();
  });
});
