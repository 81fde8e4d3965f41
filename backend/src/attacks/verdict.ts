import type { ApiDescription, Operation } from './api-description';
import { jsonOf, type RawAnswer } from './raw-request';

interface ProblemBody {
  readonly status: number;
  readonly code: string;
  readonly errors?: readonly { readonly path: string }[];
}

/** What is wrong with an answer, whatever was asked; nothing where it keeps every promise. */
export function faultsOf(api: ApiDescription, operation: Operation, answer: RawAnswer): string[] {
  const { status } = answer;
  const text = answer.body.toString('utf8').slice(0, 300);
  if (status >= 500) return [`${String(status)} ${text}`];
  return (status >= 400 ? problemFaults : successFaults)(api, operation, answer).map(
    (fault) => `${String(status)} ${fault}: ${text}`,
  );
}

function problemFaults(api: ApiDescription, _operation: Operation, answer: RawAnswer): string[] {
  if (answer.headers['content-type']?.startsWith('application/problem+json') !== true)
    return ['is an error, and no problem+json'];
  const body = jsonOf(answer);
  const misfit = api.misfitOfProblem(body);
  if (misfit !== undefined) return [`does not fit Problem (${misfit})`];
  const { status, code, errors } = body as ProblemBody;
  const faults: string[] = [];
  if (status !== answer.status) faults.push('names another status');
  if (code === 'validation_failed' && (errors ?? []).length === 0) faults.push('names no path');
  if ((errors ?? []).length > 50) faults.push('names more than 50 problems');
  return faults;
}

function successFaults(api: ApiDescription, operation: Operation, answer: RawAnswer): string[] {
  const types = operation.successes.get(answer.status);
  if (types === undefined) return ['is a status that the description does not name'];
  if (types.length === 0) return answer.body.length > 0 ? ['has a body, and none is named'] : [];
  const type = (answer.headers['content-type'] ?? '').split(';', 1)[0] ?? '';
  // Files of people have the type that they have.
  if (!types.includes(type) && !types.includes('application/octet-stream'))
    return [`is ${type}, which the description does not name`];
  if (type !== 'application/json' || !types.includes(type)) return [];
  const misfit = api.misfit(operation, answer.status, jsonOf(answer));
  return misfit === undefined ? [] : [`does not fit its schema (${misfit})`];
}
