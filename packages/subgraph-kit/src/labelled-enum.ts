import { bilingual, type Label } from '@kasane/vocabulary';
import { registerEnumType } from 'type-graphql';

/** A closed vocabulary as a GraphQL enum, each value told in both languages. The SDL form is `enumSdl`. */
export const registerLabelledEnum = <Names extends string>(
  values: Readonly<Record<Names, string>>,
  name: string,
  label: Label,
  labels: Readonly<Record<NoInfer<Names>, Label>>,
): void =>
  registerEnumType(values, {
    name,
    description: bilingual(label),
    valuesConfig: Object.fromEntries(
      Object.entries<Label>(labels).map(([value, told]) => [value, { description: bilingual(told) }]),
    ) as Partial<Record<Names, { description: string }>>,
  });
