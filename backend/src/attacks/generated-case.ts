import type { Member } from '../testing/test-app';
import type { ApiDescription } from './api-description';
import { withEveryFieldWrong } from './every-field';
import {
  HOSTILE_BODIES,
  HOSTILE_SEGMENTS,
  HOSTILE_TEXTS,
  HOSTILE_TYPES,
  HOSTILE_VERSIONS,
  withOneHostilePart,
} from './hostile-values';
import { PlausibleValues, type KnownValues } from './plausible-values';
import type { RawRequest } from './raw-request';
import { SeededRandom } from './seeded-random';
import type { Target } from './target';

/** What the case does to a right request. */
const KINDS = [
  ...['right', 'right', 'part', 'part', 'part', 'part', 'part', 'body', 'type', 'version'],
  ...['segment', 'foreign', 'query', 'stranger', 'forged', 'twice'],
] as const;
type Kind = (typeof KINDS)[number] | 'field';

const KINDS_WITHOUT_BODY = new Set<Kind>([
  ...(['right', 'segment', 'foreign', 'query', 'stranger', 'forged', 'twice', 'version'] as const),
]);

export interface Case {
  readonly name: string;
  readonly kind: Kind;
  readonly request: RawRequest;
  /** Statuses of which it must be one, where the case is sure. */
  readonly must: readonly number[] | undefined;
}

export interface CaseMaker {
  readonly api: ApiDescription;
  readonly known: KnownValues;
  readonly person: Pick<Member, 'api'>;
}

/** The case of this name, always the same but for ids. */
export async function makeCase(
  name: string,
  target: Target,
  random: SeededRandom,
  { api, known, person }: CaseMaker,
): Promise<Case> {
  const { operation, enterprise } = target;
  const hasBody = operation.body !== undefined;
  const kind = random.pick(KINDS.filter((one) => hasBody || KINDS_WITHOUT_BODY.has(one)));
  const values = new PlausibleValues(api, known, random);
  const rightPath = target.path((parameter, choices) =>
    target.isFree(parameter) && choices.length > 0 ? random.pick(choices) : (choices[0] ?? 'x'),
  );
  const query = queryOf(target, values, random, kind);
  const headers: Record<string, string> = {};
  if (kind !== 'stranger') Object.assign(headers, enterprise.headersOf(person));
  if (kind === 'forged') delete headers['x-xsrf-token'];
  await addVersion(headers, rightPath, { target, kind, random });
  if (operation.parameters.some((one) => one.name === 'Idempotency-Key') && random.isLucky(0.5))
    headers['Idempotency-Key'] = random.pick(['12345678', `k-${name.replace('#', '-')}`, 'short']);
  let body: string | Uint8Array | undefined;
  if (operation.body !== undefined) {
    headers['content-type'] = kind === 'type' ? random.pick(HOSTILE_TYPES) : 'application/json';
    const plausible = values.value(operation.body) as Record<string, unknown>;
    const stored = random.isLucky(0.85) ? await target.content(rightPath, operation.body) : {};
    const right = random.isLucky(0.85) ? { ...plausible, ...stored } : { ...stored, ...plausible };
    const hostile = kind === 'part' ? withOneHostilePart(right, random) : right;
    body = kind === 'body' ? random.pick(HOSTILE_BODIES) : JSON.stringify(hostile);
  }
  const path = pathOf(rightPath, { target, kind, random }) + query;
  const request = { method: operation.method, path, headers, body };
  return { name, kind, request, must: mustBe(kind, target, request) };
}

/**
 * Right requests in which each field of the body in turn is wrong in every way that is known. Of long bodies a part,
 * always the same.
 * @param most cases of an operation
 */
export async function makeFieldCases(
  target: Target,
  random: SeededRandom,
  most: number,
  { api, known, person }: CaseMaker,
): Promise<Case[]> {
  const { operation, enterprise } = target;
  const { body: schema, method, id } = operation;
  if (schema === undefined) return [];
  const path = target.path((_, [first]) => first ?? 'x');
  const full = new PlausibleValues(api, known, random, 1).value(schema) as Record<string, unknown>;
  const bodies = withEveryFieldWrong({ ...full, ...(await target.content(path, schema)) });
  const chosen = bodies.filter(() => random.isLucky(most / Math.max(1, bodies.length)));
  const headers = { ...enterprise.headersOf(person), 'content-type': 'application/json' };
  return chosen.map((body, index) => ({
    name: `${id}#field${String(index)}`,
    kind: 'field',
    request: { method, path, headers, body: JSON.stringify(body) },
    must: undefined,
  }));
}

/** A case with the version that is there when its turn comes. */
export async function withVersion(made: Case, target: Target): Promise<Case> {
  const headers = { ...made.request.headers };
  await addVersion(headers, made.request.path, {
    target,
    kind: 'field',
    random: new SeededRandom(''),
  });
  return { ...made, request: { ...made.request, headers } };
}

/** A request with nothing wrong about it, as far as the description tells. */
export async function makeRightRequest(
  target: Target,
  random: SeededRandom,
  { api, known, person }: CaseMaker,
): Promise<RawRequest> {
  const { operation, enterprise } = target;
  const path = target.path((parameter, choices) =>
    target.isFree(parameter) && choices.length > 0 ? random.pick(choices) : (choices[0] ?? 'x'),
  );
  const headers = enterprise.headersOf(person);
  await addVersion(headers, path, { target, kind: 'right', random });
  if (operation.body === undefined) return { method: operation.method, path, headers };
  headers['content-type'] = 'application/json';
  const body = JSON.stringify(new PlausibleValues(api, known, random).value(operation.body));
  return { method: operation.method, path, headers, body };
}

interface Circumstances {
  readonly target: Target;
  readonly kind: Kind;
  readonly random: SeededRandom;
}

async function addVersion(
  headers: Record<string, string>,
  path: string,
  { target, kind, random }: Circumstances,
): Promise<void> {
  if (!target.operation.parameters.some((one) => one.name === 'If-Match')) return;
  const version = kind === 'version' ? random.pick(HOSTILE_VERSIONS) : await target.version(path);
  if (version !== undefined) headers['if-match'] = version;
}

function pathOf(rightPath: string, { target, kind, random }: Circumstances): string {
  const { organizationId, foreignOrganizationId } = target.enterprise;
  if (kind === 'foreign') return rightPath.replace(organizationId, foreignOrganizationId);
  const names = [...target.choices.keys()];
  if (kind !== 'segment' || names.length === 0) return rightPath;
  const hostile = random.pick(names);
  return target.path((name, choices) =>
    name === hostile ? random.pick(HOSTILE_SEGMENTS) : (choices[0] ?? 'x'),
  );
}

function queryOf(
  { operation }: Target,
  values: PlausibleValues,
  random: SeededRandom,
  kind: Kind,
): string {
  const pairs: [string, string][] = [];
  for (const { name, in: place, required, schema } of operation.parameters) {
    if (place !== 'query' || (required !== true && random.isLucky(0.6))) continue;
    const right = String(values.value(schema, name));
    const hostile = kind === 'query' && random.isLucky(0.6);
    pairs.push([name, hostile ? random.pick(HOSTILE_TEXTS) : right]);
    if (kind === 'query' && random.isLucky(0.2)) pairs.push([name, right]);
  }
  if (kind === 'query' && random.isLucky(0.3)) pairs.push([random.pick(HOSTILE_TEXTS), 'x']);
  if (kind === 'query' && random.isLucky(0.1))
    for (let index = 0; index < 300; index += 1) pairs.push([`k${String(index)}`, '']);
  const encoded = pairs.map((pair) => pair.map(percentEncoded).join('='));
  return encoded.length === 0 ? '' : `?${encoded.join('&')}`;
}

/** Half a pair has no UTF-8; as CESU it is three bytes that no decoder takes. */
function percentEncoded(text: string): string {
  return /\p{Surrogate}/u.test(text) ? '%ED%A0%BD' : encodeURIComponent(text);
}

function mustBe(kind: Kind, { operation }: Target, { method }: RawRequest): Case['must'] {
  const isSafe = method === 'GET';
  if (kind === 'stranger' && !operation.isPublic) return [401];
  // Whoever has signed out is a stranger.
  const isOver = operation.id === 'sessions_signOut';
  if (kind === 'forged' && !operation.isPublic && !isSafe) return isOver ? [401, 403] : [403];
  const isOwned = operation.path.includes('{organizationId}');
  if (kind === 'foreign' && isOwned) return [404];
  return undefined;
}
