import { meetingGaps, type MeetingRecord } from './case-meeting';

const HELD: MeetingRecord = {
  ...{ heldOn: '2026-12-01', place: '会议室' },
  attendance: [{ side: 'body' }, { side: 'enterprise' }],
};
const codes = (record: Partial<MeetingRecord>): readonly string[] =>
  meetingGaps({ ...HELD, ...record }, '2026-12-01').map(({ code }) => code);

describe('the record of a meeting', () => {
  it('is whole with its day, its place and somebody of each side', () => {
    expect(codes({})).toEqual([]);
  });

  it('names everything that lacks, in the order of the form', () => {
    expect(codes({ heldOn: null, place: ' ', attendance: [] })).toEqual([
      ...['meeting_day', 'meeting_place', 'meeting_nobody_of_enterprise', 'meeting_nobody_of_body'],
    ]);
  });

  it('is of a meeting that was held already, by people of both', () => {
    expect(codes({ heldOn: '2026-12-02' })).toEqual(['meeting_day']);
    expect(codes({ attendance: [{ side: 'body' }] })).toEqual(['meeting_nobody_of_enterprise']);
  });
});
