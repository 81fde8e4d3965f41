import type { Scheme } from '@liangxing/scheme';
import type { Api } from '../api/api';
import type { UsableSchemeDto } from '../api/generated/openapi';

/** Own schemes first; of each the newest version only. */
export async function newestSchemes(api: Api): Promise<readonly UsableSchemeDto[]> {
  const listed = await api.get('/schemes');
  return listed.filter(({ id }, index) => listed.findIndex((one) => one.id === id) === index);
}

/** A published version; what is in it says the JSON Schema of schemes, not the description of the API. */
export async function schemeOf(api: Api, id: string, version: string): Promise<Scheme> {
  const scheme: unknown = await api.get('/schemes/{id}/versions/{version}', { id, version });
  return scheme as Scheme;
}
