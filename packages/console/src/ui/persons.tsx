import type { ReactNode } from 'react';
import { PersonName } from './person-name.js';

export interface Named {
  readonly id: string;
  readonly identity: { readonly name: string | null; readonly kana?: string | null } | null;
}
type Persons = readonly Named[] | null | undefined;

/** Some persons in a line; nothing where there are none. */
export const Names = ({ of }: { readonly of: Persons }): ReactNode =>
  of?.length
    ? of.map(({ id, identity }, at) => (
        <span key={id}>
          {at > 0 && '、'}
          <PersonName identity={identity} />
        </span>
      ))
    : null;

/** The same persons as choices of a form. */
export const personOptions = (persons: Persons): { readonly value: string; readonly label: ReactNode }[] =>
  (persons ?? []).map(({ id, identity }) => ({ value: id, label: <PersonName identity={identity} /> }));

/** The name of one of them where only text can stand. */
export const nameIn = (persons: readonly Named[], id: string): string =>
  persons.find((person) => person.id === id)?.identity?.name ?? '氏名は表示できません';
