const ofOneAssessment: readonly string[] = ['assessment', 'gaps'];

/**
 * What a link of the journey takes along: from scoring sheet to gaps and back, the self-evaluation that
 * the address names. Null for every other way.
 * @param url address of the page, from the root: `/o/<id>/gaps?assessment=<id>`
 * @param path of the step that the link leads to: `assessment`
 */
export function carriedAssessment(url: string, path: string): { assessment: string } | null {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const from = pathname.split('/')[3] ?? '';
  const assessment = searchParams.get('assessment');
  if (!assessment || ![from, path].every((page) => ofOneAssessment.includes(page))) return null;
  return { assessment };
}
