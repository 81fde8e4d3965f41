import type { AgendaDraftLine, MeetingKind, PlanDraft } from '@liangxing/contracts';
import { MoveCase } from '../features/cases';
import { ChangeTeam, MovePlan, RecordMeeting, SavePlan } from '../features/plans';
import { WriteToBody } from '../features/submissions';
import { organizationDay } from '../kernel';
import type { SampleApplication, SamplePlan } from './body-files';
import type { SampleCase } from './sample-case';

/** From the acceptance to the first meeting, all today: a team of two, a plan that the enterprise confirms. */
export async function planCase(
  one: SampleCase,
  plan: SamplePlan,
  { basis }: SampleApplication,
): Promise<void> {
  const { app } = one.targets;
  const { director, lead, assessor } = one.people;
  const today = organizationDay(new Date());
  await one.byBody((seen) => app.get(MoveCase).execute(director, seen, 'accept', { text: '' }));
  const team = app.get(ChangeTeam);
  await team.add(director, one.id, { userId: lead.userId, role: 'lead' });
  await team.add(director, one.id, { userId: assessor.userId, role: 'assessor' });
  for (const person of [lead, assessor])
    await team.declare(person, one.id, { relation: 'none', text: '' });
  const { purpose, scope, method, sampling } = plan;
  const content: PlanDraft = {
    ...{ purpose, scope, basis, method, sampling, from: today, to: today },
    agenda: agendaOf(plan, today, one),
  };
  const { version: planVersion } = await app.get(SavePlan).execute(lead, one.id, 0, content);
  await one.byBody((seen) => app.get(MovePlan).send(lead, seen, { text: '', planVersion }));
  const sent = { plan: await one.letter('plan_sent'), text: '' };
  await one.byEnterprise((owner) =>
    app.get(WriteToBody).answerPlan(owner, one.id, 'plan_confirmed', sent),
  );
  await recordMeeting(one, plan, 'first');
  await one.byBody((seen) => app.get(MovePlan).holdFirstMeeting(lead, seen, ''));
}

/** Who was there is the team, and those of the enterprise whom the plan names. */
export async function recordMeeting(
  { id, targets, people: { lead, assessor } }: SampleCase,
  { place, firstMinutes, closingMinutes, attendees }: SamplePlan,
  kind: MeetingKind,
): Promise<void> {
  const ofBody = [lead, assessor].map(({ userName: name }) => ({
    ...({ side: 'body', name, department: '', post: '' } as const),
  }));
  const ofEnterprise = attendees.map((person) => ({ side: 'enterprise', ...person }) as const);
  const facts = {
    ...{ heldOn: organizationDay(new Date()), place, attendance: [...ofEnterprise, ...ofBody] },
    minutes: kind === 'first' ? firstMinutes : closingMinutes,
  };
  await targets.app.get(RecordMeeting).execute(lead, id, { kind, version: 0 }, facts);
}

function agendaOf(
  { content, slots }: SamplePlan,
  day: string,
  { people: { lead, assessor } }: SampleCase,
): readonly AgendaDraftLine[] {
  const everybody = { day, department: '', assessors: [] };
  const looked = slots.flatMap((slot) =>
    (['lead', 'assessor'] as const).map((who): AgendaDraftLine => {
      const { userId } = who === 'lead' ? lead : assessor;
      const { from, to } = slot;
      const place = { day, from, to, department: slot[who] };
      return { kind: 'evaluation', ...place, content, assessors: [userId] };
    }),
  );
  return [
    { kind: 'first_meeting', ...everybody, from: '09:00', to: '09:30', content: '首次会议' },
    ...looked,
    { kind: 'closing_meeting', ...everybody, from: '16:30', to: '17:00', content: '末次会议' },
  ];
}
