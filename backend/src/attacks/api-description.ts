import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The part of JSON Schema that the description uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly additionalProperties?: boolean | Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Schema;
}

type Content = Readonly<Record<string, { readonly schema: Schema }>>;

interface Described {
  readonly operationId: string;
  readonly 'x-permission': string;
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** One route with one method, as `openapi.json` describes it. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** `/api/organizations/{organizationId}/drafts/{id}` */
  readonly path: string;
  readonly isPublic: boolean;
  readonly permission: string;
  /** Whether it says that access tokens reach it. */
  readonly takesTokens: boolean;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | undefined;
  readonly isUpload: boolean;
  /** Of each status that is no error: the media types of the answer, none for an empty one. */
  readonly successes: ReadonlyMap<number, readonly string[]>;
}

const pointerPart = (text: string): string =>
  encodeURIComponent(text.replaceAll('~', '~0').replaceAll('/', '~1'));

function operationOf(path: string, method: string, described: Described): Operation {
  const content = described.requestBody?.content ?? {};
  return {
    id: described.operationId,
    method: method.toUpperCase(),
    path,
    isPublic: described['x-permission'] === 'public',
    permission: described['x-permission'],
    takesTokens: described.security?.some((way) => 'accessToken' in way) ?? false,
    parameters: described.parameters ?? [],
    body: content['application/json']?.schema,
    isUpload: 'multipart/form-data' in content,
    successes: new Map(
      Object.entries(described.responses)
        .filter(([status]) => status !== 'default')
        .map(([status, answer]) => [Number(status), Object.keys(answer.content ?? {})]),
    ),
  };
}

/** The written description of the API, with its schemas ready to check answers. */
export class ApiDescription {
  readonly operations: readonly Operation[];
  private readonly description: Description;
  private readonly ajv: Ajv2020;

  constructor() {
    const file = join(__dirname, '..', '..', 'openapi.json');
    this.description = JSON.parse(readFileSync(file, 'utf8')) as Description;
    this.operations = Object.entries(this.description.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, described]) => operationOf(path, method, described)),
    );
    this.ajv = new Ajv2020({ strict: false, allErrors: false });
    this.ajv.addFormat('uuid', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    this.ajv.addFormat('date', /^\d{4}-\d{2}-\d{2}$/);
    this.ajv.addFormat('date-time', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/);
    this.ajv.addFormat('binary', true);
    this.ajv.addSchema(this.description, 'api');
  }

  find(method: string, path: string): Operation | undefined {
    return this.operations.find((one) => one.method === method && one.path === path);
  }

  /** A schema behind its reference. */
  schema({ $ref, ...schema }: Schema): Schema {
    if ($ref === undefined) return schema;
    const name = $ref.split('/').at(-1) ?? '';
    return this.schema(this.description.components.schemas[name] ?? {});
  }

  /** What is wrong with an answer's body by its schema; undefined: nothing. */
  misfit({ path, method }: Operation, status: number, body: unknown): string | undefined {
    const place = ['paths', path, method.toLowerCase(), 'responses', String(status), 'content'];
    return this.wrong(this.check([...place, 'application/json', 'schema']), body);
  }

  misfitOfProblem(body: unknown): string | undefined {
    return this.wrong(this.check(['components', 'schemas', 'Problem']), body);
  }

  private check(place: readonly string[]): ValidateFunction {
    const $ref = `api#/${place.map(pointerPart).join('/')}`;
    return this.ajv.getSchema($ref) ?? this.ajv.compile({ $ref });
  }

  private wrong(check: ValidateFunction, body: unknown): string | undefined {
    if (check(body)) return undefined;
    const [error] = check.errors ?? [];
    return `${error?.instancePath ?? ''} ${error?.message ?? ''} ${JSON.stringify(error?.params)}`;
  }
}
