import { isUuid, notFound } from '../../../kernel';

/** A path's id; what is none names nothing. @throws ProblemError not_found */
export function idOf(text: string): string {
  if (!isUuid(text)) throw notFound();
  return text;
}
