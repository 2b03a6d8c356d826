import { filled, isoDate, plainDigits } from '../form/plain.js';
import type {
  Certainty,
  ConsultationInput,
  IntakeChannel,
  IssueCode,
  IssueScope,
  NewMemberInput,
  NewPersonInput,
  Relation,
  Sex,
  Urgency,
  Visitor,
} from '../generated/operations.js';

export interface PersonValues {
  readonly name: string;
  readonly kana: string;
  readonly romanName: string;
  readonly birth: string;
  readonly sex: Sex;
  readonly address: string;
  readonly phone: string;
  readonly language: string;
  readonly otherLanguage: string;
  readonly languageNeed: string;
}

export interface MemberValues extends PersonValues {
  readonly relation: Relation | '';
}

export interface IssueValues {
  readonly certainty: Certainty;
  readonly scope: IssueScope;
  readonly observedOn: string;
  readonly text: string;
}

/** 相談受付・申込票 and the issues of the インテーク・アセスメントシート, as they are typed. */
export interface ConsultationValues {
  readonly channel: IntakeChannel | '';
  readonly visitor: Visitor | '';
  readonly visitorName: string;
  readonly receivedBy: string;
  readonly whose: 'NEW' | 'KNOWN';
  /** Somebody with whom one works, and the household in which they were found. */
  readonly person: string;
  readonly household: string;
  readonly newPerson: PersonValues;
  /** For whom it was said that they are nobody else: see {@link whoIsMeant}. */
  readonly somebodyElse: string;
  readonly members: readonly MemberValues[];
  readonly chiefComplaint: string;
  readonly codes: readonly IssueCode[];
  readonly issues: Readonly<Partial<Record<IssueCode, IssueValues>>>;
  readonly urgency: Urgency;
  readonly contactable: boolean;
  readonly contactWhen: string;
  readonly interpreter: boolean;
  readonly consent: 'NO' | 'NEXT' | 'ON_RECORD' | '';
  readonly consentId: string;
}

export const emptyPerson: PersonValues = {
  name: '',
  kana: '',
  romanName: '',
  birth: '',
  sex: 'UNKNOWN',
  address: '',
  phone: '',
  language: '',
  otherLanguage: '',
  languageNeed: '',
};

export const emptyConsultation = (receivedBy: string): ConsultationValues => ({
  channel: '',
  visitor: '',
  visitorName: '',
  receivedBy,
  whose: 'NEW',
  person: '',
  household: '',
  newPerson: emptyPerson,
  somebodyElse: '',
  members: [],
  chiefComplaint: '',
  codes: [],
  issues: {},
  urgency: 'NORMAL',
  contactable: true,
  contactWhen: '',
  interpreter: false,
  consent: '',
  consentId: '',
});

/** The person as typed: who was confirmed to be somebody else is asked again once the name is another. */
export const whoIsMeant = ({ name, kana, birth }: PersonValues): string => [name, kana, birth].join('\n');

/** What is sent of it. Dates of birth go as they were said, telephone numbers with plain digits. */
export function consultationInput(values: ConsultationValues): ConsultationInput {
  const isKnown = values.whose === 'KNOWN';
  return {
    channel: values.channel || 'OFFICE_VISIT',
    visitor: values.visitor || 'OTHER',
    visitorName: values.visitor === 'SELF' ? null : (filled(values.visitorName) ?? null),
    receivedBy: values.receivedBy,
    person: isKnown ? values.person : null,
    newPerson: isKnown ? null : personInput(values.newPerson),
    isSomebodyElse: !isKnown && values.somebodyElse === whoIsMeant(values.newPerson),
    members: values.members.map(memberInput),
    chiefComplaint: values.chiefComplaint,
    issues: values.codes.map((code) => {
      const { certainty, scope, observedOn, text } = values.issues[code] ?? emptyIssue;
      return { code, certainty, scope, observedOn: isoDate(observedOn) ?? null, text: filled(text) ?? null };
    }),
    urgency: values.urgency,
    contactable: values.contactable,
    contactWhen: values.contactable ? (filled(values.contactWhen) ?? null) : null,
    interpreter: values.interpreter,
    consentId: isKnown && values.consent === 'ON_RECORD' ? (filled(values.consentId) ?? null) : null,
  };
}

export const emptyIssue: IssueValues = {
  certainty: 'SELF_REPORTED',
  scope: 'PERSON',
  observedOn: '',
  text: '',
};

const personInput = (person: PersonValues): NewPersonInput => ({
  name: person.name,
  kana: filled(person.kana) ?? null,
  romanName: filled(person.romanName) ?? null,
  birth: filled(person.birth) ?? null,
  sex: person.sex,
  address: filled(person.address) ?? null,
  phone: filled(plainDigits(person.phone)) ?? null,
  languages: [...new Set([person.language, person.otherLanguage].filter((each) => each !== ''))],
  languageNeed: filled(person.languageNeed) ?? null,
});

const memberInput = ({ relation, ...person }: MemberValues): NewMemberInput => ({
  ...personInput(person),
  relation: relation || 'OTHER',
});
