import { fileSizeText } from './file-size';

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1400, '1.4 kB'],
  [12_345, '12 kB'],
  [9_990_000, '10.0 MB'],
  [104_857_600, '105 MB'],
  [3_000_000_000_000, '3000 GB'],
])('writes %d bytes as %s', (bytes, text) => {
  expect(fileSizeText(bytes)).toBe(text);
});
