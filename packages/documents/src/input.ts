import type {
  Category,
  ConsentEffect,
  ConsentExpression,
  GrantorRelation,
  OfficeCode,
  Role,
  SectorId,
} from '@kasane/vocabulary';
import type { DocumentLanguage } from './language.js';

/** A name, or other words that come from data, with their reading: printed over the kanji in `ja-simple`. */
export interface Named {
  readonly name: string;
  readonly kana?: string | undefined;
}

/** Where a resident can ask, withdraw, and see the record of who looked. */
export interface ContactPoint extends Named {
  readonly address?: Named | undefined;
  readonly phone?: string | undefined;
  readonly hours?: Named | undefined;
}

/** The city hall that prints, the same for every document. */
export interface Issuer {
  readonly municipality: Named & {
    /** 全国地方公共団体コード, six digits. */
    readonly localGovernmentCode: string;
  };
  readonly contact: ContactPoint;
}

/** What every document needs to know. */
export interface Issued {
  readonly issuer: Issuer;
  readonly language: DocumentLanguage;
}

/** A desk whose system holds data, and which kinds. */
export interface PrintedSector extends Named {
  readonly id: SectorId;
  readonly categories: readonly Category[];
}

export interface PrintedOffice extends Named {
  readonly code: OfficeCode;
}

/** Names for the ids that the rules of a consent hold. On a blank form, all of it is offered with boxes to tick. */
export interface Directory {
  readonly sectors: readonly PrintedSector[];
  readonly offices: readonly PrintedOffice[];
}

/** Whose information it is. */
export interface PrintedSubject extends Named {
  /** `YYYY-MM-DD`; absent when it is not known. */
  readonly birthDate?: string | undefined;
}

export interface PrintedGrantor extends Named {
  readonly relation: GrantorRelation;
  readonly authorityDocument?: string | null | undefined;
}

/** A rule of a consent, with the properties of the stored one that can be printed. */
export interface PrintedRule {
  readonly effect: ConsentEffect;
  readonly categories: readonly Category[];
  readonly sourceSectors: readonly SectorId[];
  readonly recipientOffices: readonly OfficeCode[];
  readonly recipientRoles: readonly Role[];
}

/** What was explained before the person decided. */
export interface Explanation {
  readonly by?: Named | undefined;
  readonly office?: Named | undefined;
  /** `YYYY-MM-DD` in Japan. */
  readonly on?: string | undefined;
  /** BCP 47, or `ja-simple`. */
  readonly language?: string | undefined;
  readonly interpreter?: Named | undefined;
}

/** How it was said, when it is known before printing; what is absent is left as a line to write on. */
export interface Expressed {
  readonly expression?: ConsentExpression | undefined;
  /** Who listened to an oral expression: the form has two lines whatever is known. */
  readonly witnesses?: readonly string[] | undefined;
  /** Who writes for the person (代筆). */
  readonly proxyWriter?: { readonly name: string; readonly relation?: string | undefined } | undefined;
}

/** The text that was explained; printed at the end of the form. */
export interface Notice {
  readonly id: string;
  readonly version: string;
}
