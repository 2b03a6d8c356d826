import type { Option } from '../form/inputs.js';
import { nameIn, type Named } from '../ui/persons.js';

interface Household {
  readonly id: string;
  readonly members: readonly { readonly person: Named | null }[] | null;
}

/** Households to choose from, by the names of those of whom one may know. */
export const householdOptions = (households: readonly Household[]): readonly Option[] =>
  households.map(({ id, members }, at) => {
    const persons = members?.flatMap(({ person }) => person ?? []) ?? [];
    const names = persons.map((person) => nameIn(persons, person.id)).join('、');
    return { value: id, label: names === '' ? `世帯 ${at + 1}` : names };
  });
