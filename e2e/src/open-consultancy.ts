import type { Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { sql } from './database';
import { api } from './person';

/** A consultancy that is open, with the signed-in person of the page as its owner. @returns its id */
export async function openConsultancy(page: Page, name: string): Promise<string> {
  const id = randomUUID();
  const { user } = await api<{ user: { id: string } }>(page, 'GET', '/api/sessions/current');
  await sql(`INSERT INTO organizations (id, name, kind) VALUES ($1, $2, 'consultancy')`, [
    id,
    name,
  ]);
  await sql(
    `INSERT INTO memberships (organization_id, user_id, role, organization_kind)
     VALUES ($1, $2, 'owner', 'consultancy')`,
    [id, user.id],
  );
  return id;
}
