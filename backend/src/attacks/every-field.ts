/** What takes the place of each field in turn; `undefined` leaves it out. */
const IN_ITS_PLACE: readonly unknown[] = [
  undefined,
  null,
  [],
  [[]],
  [null],
  [{}],
  {},
  '',
  'a\uffffb',
  'a\ud83db',
  'a\u0001b',
  '😀'.repeat(5_001),
  -1,
  1e300,
  true,
];

type Path = readonly (string | number)[];

/** Fields of a body at any depth; of a list only its first entry. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (path.length >= 5 || typeof value !== 'object' || value === null)
    return path.length === 0 ? [] : [path];
  const inner = Array.isArray(value)
    ? value.slice(0, 1).map((part: unknown) => [0, part] as const)
    : Object.entries(value);
  const own = path.length === 0 ? [] : [path];
  return [
    ...own,
    ...inner.flatMap(([name, part]: readonly [string | number, unknown]) =>
      pathsOf(part, [...path, name]),
    ),
  ];
}

function exchanged(value: unknown, [name, ...rest]: Path, part: unknown): unknown {
  if (name === undefined) return part;
  if (Array.isArray(value)) {
    const [first, ...others] = value as unknown[];
    return [exchanged(first, rest, part), ...others];
  }
  const { [name]: inner, ...others } = value as Record<string, unknown>;
  const put = exchanged(inner, rest, part);
  return put === undefined ? others : { ...others, [name]: put };
}

/** The body with each field exchanged for each of what does not belong there, in a fixed order. */
export function withEveryFieldWrong(body: unknown): unknown[] {
  return pathsOf(body).flatMap((path) => IN_ITS_PLACE.map((part) => exchanged(body, path, part)));
}
