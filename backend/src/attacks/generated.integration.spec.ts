import { isOrganizationPermission, isPermitted, type Permission } from '@liangxing/contracts';
import type { Member } from '../testing/test-app';
import { ApiDescription, type Operation } from './api-description';
import { AttackedEnterprise } from './attacked-enterprise';
import { makeCase, makeFieldCases, withVersion, type Case } from './generated-case';
import { hostileUploads, uploadOf } from './hostile-uploads';
import type { KnownValues } from './plausible-values';
import { mutatedFile } from './mutated-files';
import { closeConnections, jsonOf, type RawAnswer } from './raw-request';
import { SeededRandom } from './seeded-random';
import { knownValues, Target } from './target';
import { faultsOf } from './verdict';

/**
 * Every operation of the API under requests that are right but for one thing. `ATTACK_ONLY='drafts_change#17'` repeats
 * one case of a run, `ATTACK_ONLY=drafts_change` one operation, `ATTACK_SEED=x` makes other cases.
 */
const seed = process.env['ATTACK_SEED'] ?? 'liangxing';
const only = process.env['ATTACK_ONLY'] ?? '';
const MUTATED = { files: 220, seconds: 60 };
const CASES = { fields: 60, withBody: 24, without: 10, file: 4 };

const api = new ApiDescription();
let enterprise: AttackedEnterprise;
let known: KnownValues;

beforeAll(async () => {
  enterprise = await AttackedEnterprise.start();
  known = await knownValues(enterprise);
}, 300_000);
afterAll(async () => {
  closeConnections();
  await enterprise.stop();
});

const chosen = api.operations.filter(({ id }) => only === '' || only.split('#', 1)[0] === id);
/** What removes comes last: the rest needs something that is there. */
const isRemoval = ({ method, id }: Operation): boolean =>
  method === 'DELETE' || id === 'standards_bulkDelete';
const requests = chosen.filter(({ isUpload }) => !isUpload);
const attacked = [
  ...requests.filter((operation) => !isRemoval(operation)),
  ...requests.filter(isRemoval),
];
const uploads = chosen.filter(({ isUpload }) => isUpload);
/** An operation that only ever refuses is not attacked beyond its door. */
const worked = new Set<string>();
/**
 * Those that need what no made request has: a code from a mail, an upload, a state that something else must reach first.
 * The arranged requests of `twice.integration.spec.ts` get beyond most of their doors; no other may join this list unseen.
 */
const NEVER_WORKING: readonly string[] = [
  ...['passwordResets_use', 'emailConfirmations_use', 'sessions_signIn', 'sessions_end'],
  ...['invitations_get', 'invitations_accept', 'assessments_move', 'evidence_delete'],
  ...['drafts_move', 'drafts_revise', 'drafts_moveSeveral', 'standards_undoAct'],
  ...['standardImports_remap', 'currency_replace', 'currency_undoReplacement'],
  ...['currency_undoVerifications'],
  ...['carryOver_execute', 'schemeEntries_write', 'schemeEntries_move', 'schemeEntries_check'],
  ...['watched_markRead', 'dossiers_create'],
  // An enterprise hands nothing in.
  ...['application_change', 'application_handIn', 'application_document'],
  ...['application_removeDocument', 'platformOrganizations_document'],
  ...['platformOrganizations_move'],
  ...['catalogueImports_start', 'catalogueImports_discard', 'systems_undo', 'systems_redo'],
  // What is made up is no code of an authenticator, no link of a mail, no other side of an engagement.
  ...['emailChanges_use', 'secondFactor_enable', 'secondFactor_renewCodes', 'secondFactor_end'],
  ...['sessions_secondStep', 'engagements_offer', 'engagements_findConsultancy'],
  // Nobody makes up the answer of an authenticator, or guesses the password.
  ...['sessions_byPasskey', 'ownPasskeys_begin', 'ownPasskeys_add'],
  ...['ownPasskeys_rename', 'ownPasskeys_remove'],
  // There is no provider here; what leads back to a page answers no 2xx.
  ...['signOn_begin', 'signOn_end', 'identity_link'],
  ...['engagements_answer', 'engagements_move', 'engagements_setAreas', 'engagements_extend'],
  ...['engagementOffers_get', 'engagementOffers_decline', 'accessTokens_revoke'],
  ...['accessTokens_make', 'emailChanges_begin'],
  // The side of a consultancy.
  ...['clients_offer', 'clients_withdraw', 'clients_move', 'clients_assign'],
  ...['clientImports_get', 'clientImports_commit', 'clientImports_stop'],
  // The side of a body, and what a body must have asked for.
  ...['bodies_profile', 'bodies_write', 'cases_get', 'cases_changes', 'cases_pdf', 'cases_file'],
  ...['cases_list', 'cases_move', 'cases_ask', 'submissions_get', 'submissions_submit'],
  ...['submissions_correct', 'submissions_answer', 'submissions_withdraw'],
  ...['submissions_confirmPlan', 'submissions_objectToPlan', 'assessors_list', 'assessors_write'],
  ...['plans_loads', 'plans_get', 'plans_save', 'plans_send', 'plans_redraw', 'plans_addToTeam'],
  ...['plans_removeFromTeam', 'plans_declare', 'plans_recordMeeting', 'plans_holdFirstMeeting'],
  ...['submissions_correct', 'submissions_answer', 'submissions_answer_finding'],
  ...['submissions_withdraw'],
  // What a body refused or certified, and made public.
  ...['submissions_appeal', 'submissions_certificate', 'publicities_get', 'publicities_object'],
  ...['register_get', 'offeredSchemes_takeOver', 'submissions_form'],
  ...['templates_add', 'templates_get', 'templates_change', 'templates_duplicate'],
  ...['templates_changeStructure', 'templates_previewCopies', 'templates_copy'],
  ...['templates_remove', 'templates_downloadFile', 'drafts_removeFile', 'drafts_downloadFile'],
  // The only owner stays; the name that closes is typed; nothing is built or closed.
  ...['membership_end', 'closing_begin', 'closing_takeBack', 'exports_download'],
];
/** Of another kind of organization: the owner of an enterprise is refused. */
const isForeign = (operation: Operation): boolean => {
  const permission = operation.permission as Permission;
  const owner = { kind: 'enterprise', role: 'owner', grant: null } as const;
  return (
    !operation.isPublic && isOrganizationPermission(permission) && !isPermitted(owner, permission)
  );
};
const isFile = ({ successes }: Operation): boolean =>
  [...successes.values()].some((types) => types.some((type) => type !== 'application/json'));

/** Reading operations whose path needs nothing but the organization. */
const pages = api.operations.filter(
  ({ method, path, parameters }) =>
    method === 'GET' &&
    path.replace('{organizationId}', '').includes('{') === false &&
    !parameters.some((one) => one.in === 'query' && one.required === true),
);

const nounOf = ({ path }: Operation): string =>
  (path.split('{organizationId}/')[1] ?? path).split('/')[0] ?? '';

/** What leads on to a page (302) says so in its description. */
const READ: readonly number[] = [200, 302];

async function readFaults(operation: Operation, path: string, allowed = READ): Promise<string[]> {
  const headers = enterprise.headersOf(enterprise.owner);
  const answer = await enterprise.send({ method: 'GET', path, headers });
  const faults = faultsOf(api, operation, answer);
  if (faults.length === 0 && !allowed.includes(answer.status)) faults.push(String(answer.status));
  return faults.map((fault) => `then GET ${path} → ${fault}`);
}

/** After something was written: the thing itself is still read, and by its schema. */
async function readBack(target: Target, path: string, answer: RawAnswer): Promise<string[]> {
  const { operation } = target;
  const [plain = ''] = path.split('?', 1);
  const created = jsonOf(answer) as { readonly id?: string } | undefined;
  const ofCreated = api.operations.find(
    (one) => one.method === 'GET' && one.path.replace(/\{\w+\}$/, '') === `${operation.path}/`,
  );
  if (ofCreated !== undefined && operation.method === 'POST' && created?.id !== undefined)
    return readFaults(ofCreated, `${plain}/${created.id}`);
  const itself = operation.method === 'DELETE' ? undefined : api.find('GET', operation.path);
  return itself === undefined ? [] : readFaults(itself, plain);
}

async function run(made: Case, target: Target): Promise<{ wrote: boolean; faults: string[] }> {
  const { operation } = target;
  const answers =
    made.kind === 'twice'
      ? await Promise.all([enterprise.send(made.request), enterprise.send(made.request)])
      : [await enterprise.send(made.request)];
  const faults = answers.flatMap((answer) => faultsOf(api, operation, answer));
  for (const { status } of answers)
    if (made.must !== undefined && !made.must.includes(status))
      faults.push(`${String(status)} where it must be ${made.must.join(' or ')}`);
  const written = answers.find(({ status }) => status < 300);
  if (written !== undefined) worked.add(operation.id);
  const wrote = written !== undefined && operation.method !== 'GET';
  if (wrote) {
    target.forget();
    faults.push(...(await readBack(target, made.request.path, written)));
  }
  return { wrote, faults };
}

/** Who asks: what belongs to an account is done to that of somebody who is not needed any more. */
async function personFor({ id, path }: Operation): Promise<Pick<Member, 'api'>> {
  if (!path.startsWith('/api/account') && !path.startsWith('/api/sessions'))
    return enterprise.owner;
  const account = enterprise.app.visitor();
  const [email, password] = [`${id}@example.com`, 'liangxing-attack-1'];
  await account.post('/api/accounts', { email, password, name: '王芳' });
  return { api: account };
}

function report(made: Case, fault: string): string {
  const { method, path, body } = made.request;
  const shown = body === undefined ? '' : ` ${String(body).slice(0, 400)}`;
  return `ATTACK_ONLY='${made.name}' (${made.kind}) ${method} ${path.slice(0, 300)}${shown}\n    ${fault}`;
}

async function attack(operation: Operation): Promise<string[]> {
  const faults: string[] = [];
  const person = await personFor(operation);
  const maker = { api, known, person };
  let target = await Target.of(operation, enterprise, api);
  const usual = operation.body === undefined ? CASES.without : CASES.withBody;
  const count = isFile(operation) ? CASES.file : usual;
  let hasWritten = false;
  const take = async (made: Case): Promise<void> => {
    if (only.includes('#') && only !== made.name) return;
    const outcome = await run(made, target);
    faults.push(...outcome.faults.map((fault) => report(made, fault)));
    hasWritten ||= outcome.wrote;
    if (outcome.wrote && operation.method === 'DELETE')
      target = await Target.of(operation, enterprise, api);
  };
  for (let index = 0; index < count; index += 1) {
    const name = `${operation.id}#${String(index)}`;
    const random = new SeededRandom(`${seed} ${name}`);
    await take(await makeCase(name, target, random, maker));
  }
  const random = new SeededRandom(`${seed} ${operation.id}`);
  for (const made of await makeFieldCases(target, random, CASES.fields, maker))
    await take(await withVersion(made, target));
  if (hasWritten)
    for (const page of pages.filter((one) => nounOf(one) === nounOf(operation)))
      faults.push(
        ...(
          await readFaults(page, page.path.replace('{organizationId}', enterprise.organizationId))
        ).map((fault) => `after ATTACK_ONLY=${operation.id} ${fault}`),
      );
  return faults;
}

describe('no request of a few thousand', () => {
  it.each(attacked.map((operation) => [operation.id, operation] as const))(
    'breaks a promise of %s',
    async (_, operation) => {
      expect(await attack(operation)).toEqual([]);
    },
    300_000,
  );

  // Jest refuses an empty table.
  const each = uploads.length > 0 ? it.each : it.skip.each;
  each(
    (uploads.length > 0 ? uploads : chosen).map((operation) => [operation.id, operation] as const),
  )(
    'breaks a promise of the uploads to %s',
    async (_, operation) => {
      const target = await Target.of(operation, enterprise, api);
      const required = operation.parameters.some((one) => one.in === 'query');
      const path = target.path((_name, [first]) => first ?? 'x');
      const query = required ? '?source=x&checkedOn=2026-04-30' : '';
      const headers = enterprise.headersOf(enterprise.owner);
      const faults: string[] = [];
      for (const [what, request] of hostileUploads(path + query, headers)) {
        const answer = await enterprise.send(request);
        faults.push(...faultsOf(api, operation, answer).map((fault) => `${what}: ${fault}`));
      }
      // Files that are nearly right, as many as there is time for; the number repeats one.
      const end = Date.now() + MUTATED.seconds * 1_000;
      for (let index = 0; index < MUTATED.files && Date.now() < end; index += 1) {
        const file = await mutatedFile(index, new SeededRandom(`${seed} ${operation.id} ${index}`));
        const answer = await enterprise.send(uploadOf(path + query, headers, file));
        if (answer.status >= 500) faults.push(`file ${index} (${file.name}): ${answer.status}`);
      }
      expect(faults).toEqual([]);
    },
    300_000,
  );

  it('was refused by an operation every time', () => {
    if (only !== '') return;
    const own = attacked.filter((operation) => !isForeign(operation));
    const refused = own.map(({ id }) => id).filter((id) => !worked.has(id));
    expect(refused.filter((id) => !NEVER_WORKING.includes(id))).toEqual([]);
  });

  it('leaves anything behind that cannot be read any more', async () => {
    const faults: string[] = [];
    for (const operation of api.operations.filter(({ method }) => method === 'GET')) {
      if (isForeign(operation)) continue;
      const target = await Target.of(operation, enterprise, api);
      if ([...target.choices.values()].some((values) => values.length === 0)) continue;
      const query = operation.parameters
        .filter((one) => one.in === 'query' && one.required === true)
        .map(({ name, schema }) => `${name}=${String(api.schema(schema).enum?.[0])}`)
        .join('&');
      // Some may be in a state that does not give them: a dossier that is not built yet.
      const allowed = target.choices.size > 1 || query !== '' ? [200, 409, 422] : READ;
      const path = target.path((_, [first]) => first ?? '');
      faults.push(...(await readFaults(operation, `${path}?${query}`, allowed)));
    }
    expect(faults).toEqual([]);
  }, 300_000);
});
