import { describe, expect, test } from '@jest/globals';
import { consultationInput, emptyConsultation, emptyPerson, whoIsMeant } from './consultation.js';

const start = {
  ...emptyConsultation('受付 担当'),
  channel: 'PHONE',
  visitor: 'FAMILY',
  visitorName: ' 試験 母 ',
  newPerson: { ...emptyPerson, name: '試験 𠮷子', birth: '昭和20年頃', phone: '０９０ー１２３４－５６７８' },
  chiefComplaint: '家賃が払えない。',
} as const;

describe('a consultation as it is sent', () => {
  test('keeps a birth date as it was said, a name as it was written, and a number in plain digits', () =>
    expect(consultationInput(start)).toMatchObject({
      visitorName: '試験 母',
      person: null,
      newPerson: {
        name: '試験 𠮷子',
        birth: '昭和20年頃',
        phone: '090-1234-5678',
        kana: null,
        languages: [],
      },
      isSomebodyElse: false,
    }));

  test('says that somebody is somebody else only of the very person of whom that was said', () => {
    const confirmed = { ...start, somebodyElse: whoIsMeant(start.newPerson) };
    expect(consultationInput(confirmed).isSomebodyElse).toBe(true);
    const renamed = { ...confirmed, newPerson: { ...start.newPerson, name: '試験 別人' } };
    expect(consultationInput(renamed).isSomebodyElse).toBe(false);
  });

  test('about somebody known names them alone, and nothing of what was typed of somebody new', () =>
    expect(
      consultationInput({
        ...start,
        whose: 'KNOWN',
        person: 'p-1',
        consent: 'ON_RECORD',
        consentId: 'c-1',
        somebodyElse: whoIsMeant(start.newPerson),
      }),
    ).toMatchObject({ person: 'p-1', newPerson: null, isSomebodyElse: false, consentId: 'c-1' }));

  test('holds only the issues that are ticked, each as it was described', () =>
    expect(
      consultationInput({
        ...start,
        codes: ['POVERTY', 'DEBT'],
        issues: {
          POVERTY: { certainty: 'CONFIRMED', scope: 'HOUSEHOLD', observedOn: 'R8.4.1', text: ' ' },
          PET: { certainty: 'CONFIRMED', scope: 'HOUSEHOLD', observedOn: '', text: '犬' },
        },
      }).issues,
    ).toEqual([
      { code: 'POVERTY', certainty: 'CONFIRMED', scope: 'HOUSEHOLD', observedOn: '2026-04-01', text: null },
      { code: 'DEBT', certainty: 'SELF_REPORTED', scope: 'PERSON', observedOn: null, text: null },
    ]));

  test('says no hours for somebody who is not to be contacted, and no name of who came where they came themselves', () =>
    expect(
      consultationInput({ ...start, visitor: 'SELF', contactable: false, contactWhen: '夜' }),
    ).toMatchObject({ visitorName: null, contactWhen: null }));
});
