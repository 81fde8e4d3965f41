/** Enterprises with a register, a system and a self-evaluation, and the people who work in them, for the load. */
import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { call, importRegister, type Product } from './product';
import { registerWorkbook } from './workbook';

export interface LoadTenant {
  readonly base: string;
  readonly standardIds: readonly string[];
  readonly systemId: string;
  readonly assessmentId: string;
  /** Items with the first rule of each, so that everybody has one of their own. */
  readonly itemIds: readonly string[];
}

export interface LoadUser {
  readonly tenant: LoadTenant;
  readonly itemId: string;
  readonly cookie: string;
  readonly csrf: string;
}

interface SchemeDocument {
  readonly sections: readonly unknown[];
}

/** Ids of all items, wherever the sections nest them. */
function itemIdsOf(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(itemIdsOf);
  if (typeof part !== 'object' || part === null) return [];
  if ('rules' in part && 'id' in part) return [String(part.id)];
  return Object.values(part).flatMap(itemIdsOf);
}

/** @param standards rows of its register */
async function makeTenant(
  product: Product,
  name: string,
  standards: number,
): Promise<{ organizationId: string; tenant: LoadTenant }> {
  const organizationId = await product.newOrganization(name);
  const base = `/api/organizations/${organizationId}`;
  const bytes = await registerWorkbook({ rows: standards });
  await importRegister({ ...product, organizationId }, bytes, standards);
  const system = await call<{ id: string; version: number; nodes: { key: string }[] }>(
    product,
    `${base}/systems`,
    { templateId: 'gb-t-15496-2017' },
  );
  const path = `${base}/systems/${system.id}`;
  const { rows } = await call<{ rows: { standardId: string }[] }>(product, `${path}/places`);
  const places = Object.fromEntries(
    rows.map(({ standardId }, at) => [standardId, [system.nodes[at % system.nodes.length]?.key]]),
  );
  await call(product, `${path}/changes`, { operations: [{ op: 'place', places }] }, system.version);
  const scheme = { schemeId: 'gsp-2004', title: '负载测试自我评价', targetGrade: 'AAA' };
  const assessment = await call<{ id: string; schemeVersion: string }>(
    product,
    `${base}/assessments`,
    scheme,
  );
  const document = await call<SchemeDocument>(
    product,
    `/api/schemes/gsp-2004/versions/${assessment.schemeVersion}`,
  );
  return {
    organizationId,
    tenant: {
      base,
      standardIds: rows.map(({ standardId }) => standardId),
      systemId: system.id,
      assessmentId: assessment.id,
      itemIds: itemIdsOf(document),
    },
  };
}

export interface WrittenPerson {
  readonly id: string;
  readonly cookie: string;
  readonly csrf: string;
}

/** A person who is signed in, written behind the API: hashing many passwords is not what is measured. */
export async function writePerson(
  client: pg.Client,
  { env }: Pick<Product, 'env'>,
  {
    organizationId,
    role,
    kind = 'enterprise',
  }: { organizationId: string; role: string; kind?: string },
): Promise<WrittenPerson> {
  const id = randomUUID();
  const token = randomBytes(32).toString('base64url');
  await client.query(
    `INSERT INTO users (id, email, name, password_hash) VALUES ($1, $2, '负载', '-')`,
    [id, `${id}@example.com`],
  );
  await client.query(
    `INSERT INTO memberships (organization_id, user_id, role, organization_kind) VALUES ($1, $2, $3, $4)`,
    [organizationId, id, role, kind],
  );
  await client.query(
    `INSERT INTO sessions (token_hash, user_id, expires_at) VALUES ($1, $2, now() + interval '1 day')`,
    [createHash('sha256').update(token).digest(), id],
  );
  const csrf = createHmac('sha256', env['CSRF_SECRET'] ?? '')
    .update(`csrf:${token}`)
    .digest('base64url');
  return { id, cookie: `lx_session=${token}; XSRF-TOKEN=${csrf}`, csrf };
}

export async function loadUsers(
  product: Product,
  { tenants, people, standards }: { tenants: number; people: number; standards: number },
): Promise<LoadUser[]> {
  const client = new pg.Client({ connectionString: product.databaseUrl });
  await client.connect();
  const users: LoadUser[] = [];
  try {
    for (let at = 0; at < tenants; at += 1) {
      const { organizationId, tenant } = await makeTenant(product, `负载企业${at + 1}`, standards);
      for (let person = 0; person < people / tenants; person += 1) {
        const { cookie, csrf } = await writePerson(client, product, {
          organizationId,
          role: 'editor',
        });
        users.push({
          tenant,
          itemId: tenant.itemIds[person % tenant.itemIds.length] ?? '',
          cookie,
          csrf,
        });
      }
    }
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
  return users;
}
