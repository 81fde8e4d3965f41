import { deflateRawSync } from 'node:zlib';
import type { RawRequest } from './raw-request';
import { SeededRandom } from './seeded-random';

const BOUNDARY = '----attack';

interface Part {
  readonly name: string;
  readonly fileName?: string | Buffer | undefined;
  readonly content: string | Uint8Array;
}

/** A multipart body byte by byte; names are not escaped, as no browser would send them. */
function multipart(parts: readonly Part[], end = `--${BOUNDARY}--\r\n`): Buffer {
  const chunks: Buffer[] = [];
  for (const { name, fileName, content } of parts) {
    chunks.push(Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"`));
    if (fileName !== undefined)
      chunks.push(Buffer.from('; filename="'), Buffer.from(fileName), Buffer.from('"'));
    chunks.push(Buffer.from('\r\n\r\n'), Buffer.from(content), Buffer.from('\r\n'));
  }
  return Buffer.concat([...chunks, Buffer.from(end)]);
}

function randomBytes(length: number): Buffer {
  const random = new SeededRandom('bytes');
  return Buffer.from(Array.from({ length }, () => random.below(256)));
}

const NAMES: readonly (string | Buffer)[] = [
  `${'a'.repeat(254)}😀.csv`,
  '..\\..\\x.csv',
  '../../../etc/passwd.csv',
  '',
  '.csv',
  'con.csv',
  `${'良'.repeat(300)}.csv`,
  'a\u202evsc.exe.csv',
  'a\ufffe\uffff.csv',
  'a\u0000b.csv',
  Buffer.from([0x61, 0xff, 0xfe, 0xed, 0xa0, 0x80, 0x2e, 0x63, 0x73, 0x76]),
  'a;b=c.csv',
  'name.csv/',
];

const TABLE = '标准编号,标准名称\nGB/T 1.1-2020,标准化工作导则\n';
/** A local header that promises more than there is. */
const TRUNCATED_ZIP = Buffer.concat([
  Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0]),
  deflateRawSync(Buffer.alloc(4_000)),
]);

const CONTENTS: Readonly<Record<string, string | Uint8Array>> = {
  'an empty file': '',
  'random bytes': randomBytes(3_000),
  'a truncated zip': TRUNCATED_ZIP,
  'a broken zip': Buffer.concat([
    TRUNCATED_ZIP,
    Buffer.from([0x50, 0x4b, 5, 6, ...Array<number>(18).fill(0)]),
  ]),
  'noncharacters and controls': `${TABLE}a\ufffe\uffff\u0001,${'良'.repeat(200)}\n`,
  'blanks only': ' \n\t\n,,,\n',
  'a head only': '标准编号,标准名称\n',
  'half a UTF-16 text': Buffer.from([0xff, 0xfe, 0x3d, 0xd8, 0x0a]),
};

const file = (content: string | Uint8Array, fileName: string | Buffer = 'a.csv'): Part => ({
  name: 'file',
  fileName,
  content,
});

/** What comes with an upload besides, by what is wrong with it. */
const FORMS: Readonly<Record<string, Buffer>> = {
  'no part': multipart([]),
  'no file': multipart([{ name: 'title', content: 'x' }]),
  'two files': multipart([file(TABLE), file(TABLE)]),
  'a file in another field': multipart([{ ...file(TABLE), name: '__proto__' }]),
  'a field without a name': multipart([{ name: '', content: 'x' }, file(TABLE)]),
  'fields without end': multipart([
    ...Array.from({ length: 500 }, (_, index) => ({ name: `f${String(index)}`, content: 'x' })),
    file(TABLE),
  ]),
  'a field of a megabyte': multipart([{ name: 'title', content: 'x'.repeat(1e6) }, file(TABLE)]),
  'broken texts': multipart([{ name: 'title', content: 'a\ufffe\0' }, file(TABLE)]),
  'a broken name of a field': multipart([{ name: 'a\uffff', content: 'x' }, file(TABLE)]),
  'wrong values': multipart([
    { name: 'periodFrom', content: '2026-02-30' },
    { name: 'assessmentId', content: '../x' },
    { name: 'standardId', content: '\ud83d' },
    file(TABLE),
  ]),
  'no end': multipart([file(TABLE)], ''),
  'an end in the middle': multipart([file(TABLE)]).subarray(0, 120),
  'something else': Buffer.from('{}'),
};

/** One file to a path. */
export function uploadOf(
  path: string,
  headers: Readonly<Record<string, string>>,
  { name, content }: { readonly name: string; readonly content: Buffer },
): RawRequest {
  const type = `multipart/form-data; boundary=${BOUNDARY}`;
  const body = multipart([file(content, name)]);
  return { method: 'POST', path, headers: { ...headers, 'content-type': type }, body };
}

/** Uploads to a path, each with what is wrong about it. */
export function hostileUploads(
  path: string,
  headers: Readonly<Record<string, string>>,
): readonly (readonly [what: string, request: RawRequest])[] {
  const post = (body: Buffer, type = `multipart/form-data; boundary=${BOUNDARY}`): RawRequest => ({
    method: 'POST',
    path,
    headers: { ...headers, 'content-type': type },
    body,
  });
  return [
    ...NAMES.map(
      (name, index) => [`name ${String(index)}`, post(multipart([file(TABLE, name)]))] as const,
    ),
    ...Object.entries(CONTENTS).flatMap(([what, content]) =>
      ['a.csv', 'a.xlsx', 'a.pdf'].map(
        (name) => [`${what} as ${name}`, post(multipart([file(content, name)]))] as const,
      ),
    ),
    ...Object.entries(FORMS).map(([what, body]) => [what, post(body)] as const),
    ['no boundary', post(multipart([file(TABLE)]), 'multipart/form-data')],
    ['JSON', post(Buffer.from('{"file":"x"}'), 'application/json')],
    ['no type', post(Buffer.from('x'), '')],
    ['nothing', post(Buffer.alloc(0))],
  ];
}
