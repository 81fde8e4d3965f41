import { plusDays } from '@liangxing/contracts';
import { DraftWord, WordFiles } from '../features/drafts';
import {
  AnswerOffer,
  AssignPeople,
  ClientsRepository,
  DeliverLetter,
  EndEngagement,
  GrantsRepository,
  letterOf,
  OffersRepository,
  OfferToConsultancy,
  sent,
  type SentLetter,
} from '../features/engagements';
import { MembersRepository } from '../features/organizations';
import { KeepFigures } from '../features/portfolio';
import {
  KeepTemplateFiles,
  KeepTemplates,
  TemplatesRepository,
  type Template,
} from '../features/templates';
import { organizationDay, Storage, TenantDatabase, type RequestContext } from '../kernel';
import { Readable } from 'node:stream';
import type { SampleClient, SampleConsultancy } from './consultancy-files';
import { foundOrganization } from './found-organization';
import { SmallEnterpriseLoader } from './load-small-enterprise';
import type { SampleTargets } from './sample-files';
import { readSample } from './sample-files';
import {
  isTaken,
  leading,
  loadPeople,
  standingOf,
  type People,
  type Person,
} from './sample-people';

/**
 * Loads the made-up consultancy with its clients, after the sample enterprise, which is one of them: by the use cases of
 * both sides. Engagements that are known are left as people have moved them since, and a consultancy that was closed
 * stays closed.
 * @returns false where nothing was to be done
 */
export async function loadConsultancy(targets: SampleTargets): Promise<boolean> {
  const { app, folder } = targets;
  const sample = await readSample<SampleConsultancy>(folder, 'consultancy.json');
  const people = await loadPeople(targets);
  const { userId, userName } = people.consultancy_owner;
  const owner = leading(userId, userName, sample.organizationId, 'consultancy');
  if (await isTaken(app, owner)) return false;
  if (!(await foundOrganization(targets, owner, sample, people.platform))) return false;
  await join(targets, people, owner);
  let isNew = await prepare(targets, owner, sample);
  for (const client of sample.clients) {
    const engaged = await engage(targets, people, owner, sample, client);
    isNew ||= engaged;
  }
  return isNew;
}

const as = ({ userId, userName }: Person, organizationId: string): RequestContext =>
  leading(userId, userName, organizationId);

/** The consultant joins without an invitation, before the first client: nobody reads mail here. */
async function join(
  { app }: SampleTargets,
  { consultant }: People,
  owner: RequestContext,
): Promise<void> {
  await app.get(TenantDatabase).transaction(owner, async (manager) => {
    const isAtWork = (await app.get(ClientsRepository).list(manager, owner)).length > 0;
    if (isAtWork) return;
    await app.get(MembersRepository).insert(manager, owner, consultant.userId, 'consultant');
  });
}

/** @returns false where the consultancy has templates already */
async function prepare(
  { app }: SampleTargets,
  owner: RequestContext,
  { templates }: SampleConsultancy,
): Promise<boolean> {
  const known = await app
    .get(TenantDatabase)
    .read(owner, (manager) => app.get(TemplatesRepository).list(manager, owner));
  if (known.length > 0) return false;
  for (const { wordOf, ...template } of templates) {
    const added = await app.get(KeepTemplates).add(owner, template);
    if (wordOf !== undefined) await giveWord(app, owner, added, wordOf);
  }
  return templates.length > 0;
}

/** The line of a template of drafts gets a Word file: its outline, with fields for what each client has of its own. */
async function giveWord(
  app: SampleTargets['app'],
  owner: RequestContext,
  { id, version, content }: Template,
  line: number,
): Promise<void> {
  const prepared = 'drafts' in content ? content.drafts[line - 1] : undefined;
  if (prepared === undefined) throw new Error('the sample has no such line of drafts');
  const bytes = await app.get(DraftWord).withFields(owner, prepared);
  const staged = await app.get(Storage).stage(Readable.from([Buffer.from(bytes)]));
  const upload = { fileName: `${prepared.title}（模板）.docx`, staged, fields: {} };
  const word = await app.get(WordFiles).keep(owner, upload);
  await app.get(KeepTemplateFiles).record(owner, { id, version, line }, word);
}

/** @returns false where the consultancy knows of the client already, or the client is not its people's any more */
async function engage(
  targets: SampleTargets,
  people: People,
  owner: RequestContext,
  sample: SampleConsultancy,
  client: SampleClient,
): Promise<boolean> {
  const { app, folder } = targets;
  const known = await lineOf(targets, owner, client);
  if (known !== undefined && (known.state !== 'offered' || client.standing === 'offered'))
    return false;
  const lead = client.enterprise === undefined ? people.owner : people.client_owner;
  const context = as(lead, client.organizationId);
  if (await isTaken(app, context)) return false;
  const keep = (monthsAgo: number): Promise<void> => keepFigures(targets, context, monthsAgo);
  if (client.enterprise !== undefined) {
    const loader = new SmallEnterpriseLoader(app, folder, context, client.enterprise);
    await loader.load(keep);
  }
  const id = known?.id ?? (await offer(targets, context, sample, client));
  if (client.standing === 'offered') return true;
  await app.get(AnswerOffer).asConsultancy(owner, id, 'accept');
  const assigned = [people.consultant.userId, ...(client.enterprise ? [] : [owner.userId])];
  await app.get(AssignPeople).execute(owner, id, assigned);
  if (client.standing === 'revoked') await end(targets, context, id);
  else await keep(0);
  return true;
}

async function lineOf(
  { app }: SampleTargets,
  owner: RequestContext,
  { organizationId }: SampleClient,
) {
  const lines = await app
    .get(TenantDatabase)
    .read(owner, (manager) => app.get(ClientsRepository).list(manager, owner));
  return lines.find(({ clientId }) => clientId === organizationId);
}

/** The client offers. @returns the id of the offer */
async function offer(
  targets: SampleTargets,
  context: RequestContext,
  { organizationId: id, name, creditCode }: SampleConsultancy,
  { readable, writable, reason, startedDaysAgo, daysLeft }: SampleClient,
): Promise<string> {
  const { app } = targets;
  const database = app.get(TenantDatabase);
  const today = organizationDay(new Date());
  const terms = {
    ...{ readable, writable, reason },
    from: plusDays(today, -startedDaysAgo),
    until: plusDays(today, daysLeft),
  };
  const waiting = () =>
    database.read(context, (manager) => app.get(OffersRepository).ofClient(manager, context));
  const isOffered = (await waiting()).some(({ state }) => state === 'offered');
  if (!isOffered) await app.get(OfferToConsultancy).execute(context, { creditCode, ...terms });
  const made = (await waiting()).find(({ state }) => state === 'offered');
  if (made === undefined) throw new Error('an offer of the sample is not there');
  await deliver(targets, letterOf(context, await nameOf(targets, context), { id, name }, made));
  return made.id;
}

/** The client ends it. */
async function end(targets: SampleTargets, context: RequestContext, id: string): Promise<void> {
  const { app } = targets;
  await app.get(EndEngagement).revoke(context, id);
  const letter = await app
    .get(TenantDatabase)
    .read(context, (manager) => app.get(GrantsRepository).letter(manager, context, id));
  await deliver(targets, sent(letter, context));
}

/** At once by the worker's own code; the ordered job brings the same letter again, which changes nothing. */
function deliver({ worker }: SampleTargets, letter: SentLetter): Promise<void> {
  return worker.get(DeliverLetter).handle(letter);
}

/**
 * Works the figures out from what is there now, as of today or as of a day some months ago: the trend of the sample is
 * its own state while it was being loaded, dated back.
 */
function keepFigures(
  { worker }: SampleTargets,
  context: RequestContext,
  monthsAgo: number,
): Promise<void> {
  const now = new Date();
  const [year = 0, month = 1] = organizationDay(now).split('-').map(Number);
  const day = monthsAgo === 0 ? now : new Date(Date.UTC(year, month - 1 - monthsAgo, 15));
  return worker.get(KeepFigures).execute(context, day);
}

async function nameOf(targets: SampleTargets, context: RequestContext): Promise<string> {
  return (await standingOf(targets.app, context.organizationId))?.name ?? '';
}
