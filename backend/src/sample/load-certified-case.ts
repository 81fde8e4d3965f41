import { plusDays } from '@liangxing/contracts';
import { listItems } from '@liangxing/scheme';
import { MoveCase } from '../features/cases';
import { IssueCertificate } from '../features/certificates';
import { DecideCase } from '../features/decisions';
import {
  HandInSheet,
  HandToReview,
  HoldClosingMeeting,
  JudgeFinding,
  KeepFindings,
  SaveConclusion,
  SettleItem,
  SheetsRepository,
  type ScoredContent,
} from '../features/sheets';
import { WriteToBody } from '../features/submissions';
import { organizationDay, TenantDatabase, type RequestContext } from '../kernel';
import type { CertifiedCase, SampleBody } from './body-files';
import { planCase, recordMeeting } from './plan-case';
import type { SampleCase } from './sample-case';

type Judged = ReadonlyMap<string, ScoredContent>;

/** The whole way: scored by two, corrected, reviewed by a third person, decided by a fourth, and certified. */
export async function loadCertifiedCase(
  one: SampleCase,
  { plan, certified }: SampleBody,
): Promise<void> {
  const { app } = one.targets;
  const { director, lead } = one.people;
  await one.byBody((seen) =>
    app.get(MoveCase).execute(director, seen, 'start_check', { text: '' }),
  );
  await planCase(one, plan, certified);
  await score(one, certified);
  await recordMeeting(one, plan, 'closing');
  await one.byBody((seen) => app.get(HoldClosingMeeting).execute(lead, seen, ''));
  await correct(one, certified);
  await conclude(one, certified);
  await decide(one, certified);
}

/** The lead says what the enterprise said; the assessor differs here and there, and the lead settles it. */
async function score(one: SampleCase, { differing, finding }: CertifiedCase): Promise<void> {
  const { app } = one.targets;
  const { lead, assessor } = one.people;
  const own = await asMaterial(one);
  const other = new Map(own);
  for (const { itemId, rules, finding: found } of differing) {
    const before = own.get(itemId);
    if (before !== undefined) other.set(itemId, { ...before, rules, finding: found });
  }
  await handIn(one, lead, own);
  await handIn(one, assessor, other);
  const { by, ...fields } = finding;
  await app.get(KeepFindings).add(one.people[by], one.id, { ...fields, evidenceId: null });
  for (const { itemId, note, reason } of differing) {
    const rules = own.get(itemId)?.rules ?? {};
    const settled = { state: 'assessed', rules, approval: null, note, reason } as const;
    await app.get(SettleItem).execute(lead, one.id, { itemId, version: 0 }, settled);
  }
}

async function asMaterial(one: SampleCase): Promise<Judged> {
  const { answers, scheme } = await one.material();
  const said = new Map(answers.map((answer) => [answer.itemId, answer]));
  return new Map(
    listItems(scheme.document).map(({ item: { id } }) => {
      const { answer, finding = '' } = said.get(id) ?? {};
      const { state = 'assessed', rules = {} } = answer ?? {};
      return [id, { state, rules, finding, reason: '', approval: null, measured: null }];
    }),
  );
}

/**
 * A whole sheet is written at once by the repository: one by one the use case would read the whole material for each answer.
 * So the trail tells that it was handed in, and of no single answer.
 */
async function handIn(one: SampleCase, person: RequestContext, judged: Judged): Promise<void> {
  const { app } = one.targets;
  const sheets = app.get(SheetsRepository);
  await app.get(TenantDatabase).transaction(person, async (manager) => {
    await sheets.lockOwn(manager, person, one.id);
    for (const [itemId, content] of judged)
      await sheets.record(manager, person, one.id, { itemId, version: 0 }, content, null);
  });
  await app.get(HandInSheet).execute(person, one.id);
}

async function correct(
  one: SampleCase,
  { findingAnswer, judgement }: CertifiedCase,
): Promise<void> {
  const { app } = one.targets;
  const doneOn = organizationDay(new Date());
  const answer = { ...findingAnswer, finding: 1, doneOn, text: '' };
  await one.byEnterprise((owner) => app.get(WriteToBody).answerFinding(owner, one.id, answer));
  const verdict = { isAccepted: true, text: judgement };
  await one.byBody((seen) => app.get(JudgeFinding).execute(one.people.lead, seen, 1, verdict));
}

async function conclude(one: SampleCase, { conclusion }: CertifiedCase): Promise<void> {
  const { app } = one.targets;
  const { lead } = one.people;
  await app.get(SaveConclusion).execute(lead, { caseId: one.id, version: 0 }, conclusion);
  await one.byBody((seen) => app.get(HandToReview).execute(lead, seen, ''));
}

/**
 * The certificate is there when the sample is: the grant counts as of the day whose publicity was over yesterday, though its
 * step in the case bears the moment of the loading.
 */
async function decide(
  one: SampleCase,
  { conclusion: { grade }, review, scope, publicityDays: days, grantText: text }: CertifiedCase,
): Promise<void> {
  const { app } = one.targets;
  const { director, reviewer } = one.people;
  const decisions = app.get(DecideCase);
  await one.byBody((seen) => decisions.review(reviewer, seen, 'pass_review', review));
  const decidedOn = plusDays(organizationDay(new Date()), -days - 1);
  const granted = { decision: 'grant', text, grade, scope, days } as const;
  await one.byBody((seen) => decisions.decide(director, seen, granted, decidedOn));
  await one.byBody((seen) =>
    app.get(IssueCertificate).execute(director, seen, { number: '', text: '' }),
  );
}
