import { registerLabelledEnum } from '@kasane/subgraph-kit';
import { japanDate } from '@kasane/vocabulary';

/** Whether a child was brought to a check-up. */
export const CheckupAttendance = {
  ATTENDED: 'ATTENDED',
  NOT_ATTENDED: 'NOT_ATTENDED',
  UPCOMING: 'UPCOMING',
} as const;
export type CheckupAttendance = (typeof CheckupAttendance)[keyof typeof CheckupAttendance];

/** A family is not said to have missed a check-up before its day has ended. */
export function checkupAttendance(
  offeredOn: string,
  attendedOn: string | null,
  now: Date,
): CheckupAttendance {
  if (attendedOn !== null) return CheckupAttendance.ATTENDED;
  return offeredOn < japanDate(now) ? CheckupAttendance.NOT_ATTENDED : CheckupAttendance.UPCOMING;
}

registerLabelledEnum(
  CheckupAttendance,
  'CheckupAttendance',
  { ja: '受診の状況', en: 'whether the child was brought' },
  {
    ATTENDED: { ja: '受診', en: 'attended' },
    NOT_ATTENDED: { ja: '未受診', en: 'not attended, though the day is over' },
    UPCOMING: { ja: '案内済(健診日前)', en: 'offered; the day is not over' },
  },
);
