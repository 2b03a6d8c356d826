import {
  categories,
  consentExpressionLabels,
  consentStateLabels,
  grantorRelationLabels,
  purposeLabels,
  roleLabels,
  type Category,
  type ConsentExpression,
  type ConsentState,
  type GrantorRelation,
  type Label,
  type Purpose,
  type Role,
} from '@kasane/vocabulary';
import { furigana, hasKanji, ruby } from './furigana.js';
import { markup, type Html } from './html.js';
import type { Named } from './input.js';
import { languageName } from './language-name.js';
import type { DocumentLanguage, Wording } from './language.js';
import { simpleExpressions, simpleRelations, simpleRoles, simpleStates } from './plain-labels.js';
import { plainCategories, plainPurposes } from './plain-words.js';
import { printDate, printEnd, printLastDay } from './print-date.js';

/** Says things in one register. A document makes one and passes it on. */
export interface Writer {
  readonly language: DocumentLanguage;
  say(wording: Wording): Html;
  /** A name from data, with its reading in `ja-simple`. */
  name(named: Named): Html;
  date(date: string): Html;
  lastDay(date: string): Html;
  end(instant: Date): Html;
  /** What a category holds: the label and its explanation, or plain words instead. */
  category(category: Category): Html;
  purpose(purpose: Purpose): Html;
  /** The same without the explanation, for a table that is long. */
  shortCategory(category: Category): Html;
  shortPurpose(purpose: Purpose): Html;
  relation(relation: GrantorRelation): Html;
  expression(expression: ConsentExpression): Html;
  state(state: ConsentState): Html;
  role(role: Role): Html;
  /** A language by its BCP 47 tag. */
  languageName(tag: string): Html;
  /** Items of a list in one line. */
  list(items: readonly Html[]): Html;
}

export function createWriter(language: DocumentLanguage): Writer {
  const say = ({ ja, simple }: Wording): Html => (language === 'ja' ? markup`${ja}` : furigana(simple));
  const label = ({ ja }: Label, simple: string): Html => say({ ja: inPrint(ja), simple });
  const explained = (one: Label, plain: Wording): Html =>
    language === 'ja' ? markup`${inPrint(one.ja)}<small>：${plain.ja}</small>` : furigana(plain.simple);
  return {
    language,
    say,
    name: ({ name, kana }) =>
      language === 'ja' || !kana?.trim() || !hasKanji(name) ? markup`${name}` : ruby(name, kana),
    date: (date) => printDate(date, language),
    lastDay: (date) => printLastDay(date, language),
    end: (instant) => printEnd(instant, language),
    category: (category) => explained(categories[category], plainCategories[category]),
    purpose: (purpose) => explained(purposeLabels[purpose], plainPurposes[purpose]),
    shortCategory: (category) => label(categories[category], plainCategories[category].simple),
    shortPurpose: (purpose) => label(purposeLabels[purpose], plainPurposes[purpose].simple),
    relation: (relation) => label(grantorRelationLabels[relation], simpleRelations[relation]),
    expression: (expression) => label(consentExpressionLabels[expression], simpleExpressions[expression]),
    state: (state) => label(consentStateLabels[state], simpleStates[state]),
    role: (role) => label(roleLabels[role], simpleRoles[role]),
    languageName: (tag) => languageName(tag, language),
    list: (items) => markup`${items.map((item, at) => (at === 0 ? item : markup`、${item}`))}`,
  };
}

/** Print has brackets of full width. */
const inPrint = (label: string): string => label.replaceAll('(', '（').replaceAll(')', '）');
