import type { ApiDescription, Operation, Schema } from './api-description';
import type { AttackedEnterprise } from './attacked-enterprise';
import type { KnownValues } from './plausible-values';
import { jsonOf } from './raw-request';

type Row = Readonly<Record<string, unknown>>;

/** The rows of a list's answer: itself, or the first list in it. */
export function rowsOf(answer: unknown): readonly Row[] {
  const list = Array.isArray(answer)
    ? answer
    : typeof answer === 'object' && answer !== null
      ? Object.values(answer).find(Array.isArray)
      : undefined;
  return ((list ?? []) as unknown[]).filter(
    (row): row is Row => typeof row === 'object' && row !== null,
  );
}

/** Ids of the sample that fields of bodies and queries may name. */
export async function knownValues(enterprise: AttackedEnterprise): Promise<KnownValues> {
  const rows = async (path: string): Promise<readonly Row[]> =>
    rowsOf(await enterprise.read(enterprise.path + path)).slice(0, 20);
  const ids = async (path: string, name = 'id'): Promise<unknown[]> =>
    (await rows(path)).map(({ [name]: id }) => id);
  const [standard, assessment, system] = [
    await ids('/standards?limit=20'),
    await ids('/assessments'),
    await ids('/systems'),
  ];
  const items = await ids(`/assessments/${String(assessment[0])}/answers`, 'itemId');
  const nodes = (await enterprise.read(`${enterprise.path}/systems/${String(system[0])}`)) as {
    readonly nodes: readonly { readonly key: string; readonly code: string }[];
  };
  const keys = nodes.nodes.slice(0, 20).map(({ key }) => key);
  return {
    assessmentId: assessment,
    copyFrom: assessment,
    itemId: items,
    conditionId: ['registered', 'operation'],
    standardId: standard,
    ids: standard,
    'keys of places': standard.slice(0, 3),
    'values of places': keys,
    'keys of choices': [],
    id: await ids('/drafts'),
    version: [1],
    outlineId: [''],
    technical: ['JS'],
    management: ['GL'],
    post: ['GW'],
    schemeId: ['gsp-2004', 'gb-t-19273-2017'],
    targetGrade: ['AAAA', 'AAA', ''],
    parent: keys,
    keys,
    key: keys,
    node: nodes.nodes.slice(0, 20).map(({ code }) => code),
    year: [2026, 2025],
    pattern: ['Q/SLJD {类别}{序号:4}-{年}'],
    role: ['viewer', 'editor'],
    password: ['liangxing-attack-1'],
    currentPassword: ['liangxing-attack-1'],
  };
}

/** What is stored at a path or, where that cannot be read, at the nearest above it. */
interface Stored {
  readonly version: string | undefined;
  readonly value: Row | undefined;
}

/** One operation with right values for its path, and what is stored there now. */
export class Target {
  private stored = new Map<string, Stored>();

  private constructor(
    readonly operation: Operation,
    readonly enterprise: AttackedEnterprise,
    private readonly api: ApiDescription,
    /** By name of the parameter; those of one that follows belong to the first of those before it. */
    readonly choices: ReadonlyMap<string, readonly string[]>,
  ) {}

  static async of(
    operation: Operation,
    enterprise: AttackedEnterprise,
    api: ApiDescription,
  ): Promise<Target> {
    const choices = new Map<string, readonly string[]>();
    let path = '';
    for (const segment of operation.path.split('/').slice(1)) {
      const name = /^\{(.*)\}$/.exec(segment)?.[1];
      if (name !== undefined) {
        const parameter = operation.parameters.find((one) => one.name === name);
        choices.set(name, await valuesOf(name, path, parameter?.schema, enterprise));
      }
      path += `/${name === undefined ? segment : (choices.get(name)?.[0] ?? 'none')}`;
    }
    return new Target(operation, enterprise, api, choices);
  }

  /** The path with the values that `choose` gives for its parameters. */
  path(choose: (name: string, values: readonly string[]) => string): string {
    return this.operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
      choose(name, this.choices.get(name) ?? []),
    );
  }

  /** Whether any of a parameter's values goes with the first of those before it. */
  isFree(name: string): boolean {
    const names = [...this.choices.keys()];
    const isEnum = (one: string): boolean =>
      this.operation.parameters.find((known) => known.name === one)?.schema.enum !== undefined;
    return names.slice(names.indexOf(name) + 1).every(isEnum);
  }

  /** For If-Match. */
  async version(path: string): Promise<string> {
    return (await this.read(path)).version ?? '"0"';
  }

  /** What is stored, cut to the fields that a body may have. */
  async content(path: string, body: Schema): Promise<Record<string, unknown>> {
    const { value = {} } = await this.read(path);
    const { properties = {} } = this.api.schema(body);
    return Object.fromEntries(Object.entries(value).filter(([name]) => name in properties));
  }

  /** After something was written. */
  forget(): void {
    this.stored = new Map();
  }

  private async read(path: string): Promise<Stored> {
    const known = this.stored.get(path);
    if (known !== undefined) return known;
    const found = await this.find(path);
    this.stored.set(path, found);
    return found;
  }

  private async find(path: string): Promise<Stored> {
    const headers = this.enterprise.headersOf(this.enterprise.owner);
    let value: Row | undefined;
    for (let at = path; at.split('/').length > 4; at = at.slice(0, at.lastIndexOf('/'))) {
      const answer = await this.enterprise.send({ method: 'GET', path: at, headers });
      if (answer.status !== 200) continue;
      const body = jsonOf(answer) as Row;
      const { etag } = answer.headers;
      if (etag !== undefined) return { version: etag, value: value ?? body };
      const row = rowAt(path, rowsOf(body));
      value ??= row ?? body;
      if (typeof row?.['version'] === 'number')
        return { version: `"${String(row['version'])}"`, value };
    }
    return { version: undefined, value };
  }
}

/** The row that a path names, else any. */
function rowAt(path: string, rows: readonly Row[]): Row | undefined {
  const segments = path.split('/');
  const isNamed = (id: unknown): boolean => typeof id === 'string' && segments.includes(id);
  return rows.find(({ id, itemId }) => isNamed(id) || isNamed(itemId)) ?? rows[0];
}

async function valuesOf(
  name: string,
  path: string,
  schema: Schema | undefined,
  enterprise: AttackedEnterprise,
): Promise<readonly string[]> {
  if (name === 'organizationId') return [enterprise.organizationId];
  if (schema?.enum !== undefined) return schema.enum.map(String);
  if (name === 'revision') return ['1'];
  const unlisted = enterprise.unlisted.get(path);
  if (unlisted !== undefined) return unlisted.map(String);
  const rows = rowsOf(await enterprise.read(path));
  return rows
    .map((row) => row[name] ?? row['id'] ?? row['itemId'] ?? row['userId'])
    .filter((id) => id !== undefined && id !== enterprise.owner.userId)
    .map(String)
    .slice(0, 10);
}
