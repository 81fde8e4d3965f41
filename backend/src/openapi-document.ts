import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { ERROR_TEXTS } from '@liangxing/contracts';
import { loadConfig } from './config/config';
import { createHttpApplication } from './http-application';
import { SESSION_COOKIE } from './kernel/access/cookies';
import { IDEMPOTENCY_HEADER, IDEMPOTENCY_PATTERN } from './kernel/idempotency/idempotency-key';

/** Addresses that are never called: the description connects to nothing. */
const nowhere = {
  DATABASE_APP_URL: 'postgres://nobody@localhost/none',
  CSRF_SECRET: 'only for the description',
  LOG_LEVEL: 'silent',
};

/** What every failure looks like (RFC 9457). */
const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'instance', 'correlationId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(ERROR_TEXTS) },
    detail: { type: 'string' },
    instance: { type: 'string' },
    correlationId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'code', 'message'],
        properties: {
          path: { type: 'string' },
          code: { type: 'string' },
          message: { type: 'string' },
        },
      },
    },
    moreErrors: { type: 'integer', description: 'How many more there are than `errors` names.' },
    current: { description: 'What is stored now, for a version conflict.' },
    errorId: { type: 'string' },
  },
};

/** The API as OpenAPI 3.1, from decorators alone. */
export async function openApiDocument(): Promise<OpenAPIObject> {
  const app = await createHttpApplication(loadConfig('main', nowhere));
  const options = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Liangxing 良行')
    .setDescription('From a register of standards to the dossier of good standardization practice.')
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addCookieAuth(SESSION_COOKIE, { type: 'apiKey', in: 'cookie' }, 'session')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'lxp_…' }, 'accessToken')
    .build();
  const document = SwaggerModule.createDocument(app, options);
  const schemas = document.components?.schemas as Record<string, unknown>;
  schemas['Problem'] = problem;
  for (const path of Object.values(document.paths))
    for (const [method, operation] of Object.entries(path)) {
      if (!isOperation(operation)) continue;
      operation.responses['default'] = problemResponse;
      if (method === 'post' && operation['x-permission'] !== 'public')
        operation.parameters = [...(operation.parameters ?? []), idempotencyKey];
    }
  return document;
}

const problemResponse = {
  description: 'What went wrong',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** The kernel looks at it on every route of this kind, so no route declares it. */
const idempotencyKey = {
  name: IDEMPOTENCY_HEADER,
  in: 'header',
  required: false,
  description: 'A repetition with the same key and content does nothing and gets the first answer.',
  schema: { type: 'string', pattern: IDEMPOTENCY_PATTERN },
};

interface Operation {
  readonly 'x-permission'?: string;
  readonly responses: Record<string, unknown>;
  parameters?: unknown[];
}

function isOperation(value: unknown): value is Operation {
  return typeof value === 'object' && value !== null && 'responses' in value;
}
