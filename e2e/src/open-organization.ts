import type { Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { sql } from './database';
import { api } from './person';

/** A consultancy that is open, with the signed-in person of the page as its owner. @returns its id */
export const openConsultancy = (page: Page, name: string): Promise<string> =>
  open(page, name, 'consultancy', 'owner');

/** A body that is open, with the signed-in person of the page as its director. @returns its id */
export const openBody = (page: Page, name: string): Promise<string> =>
  open(page, name, 'assessment_body', 'director');

async function open(page: Page, name: string, kind: string, role: string): Promise<string> {
  const id = randomUUID();
  const { user } = await api<{ user: { id: string } }>(page, 'GET', '/api/sessions/current');
  await sql(`INSERT INTO organizations (id, name, kind) VALUES ($1, $2, $3)`, [id, name, kind]);
  await sql(
    `INSERT INTO memberships (organization_id, user_id, role, organization_kind)
     VALUES ($1, $2, $4, $3)`,
    [id, user.id, kind, role],
  );
  return id;
}
