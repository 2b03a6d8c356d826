import type { PickerGroup } from '../form/picker.js';
import type { ListedOffice as Office } from '../office/offices.js';
import { word } from '../words/words.js';

/**
 * Offices to choose from: those of the own city first, kind by kind, then those of other cities. One's own office and
 * those that are closed for now cannot be chosen.
 */
export function receiverGroups(offices: readonly Office[], own: string): readonly PickerGroup[] {
  const city = offices.find(({ code }) => code === own)?.municipality;
  const groups = new Map<string, Office[]>();
  const inOrder = [
    ...offices.filter(({ municipality }) => municipality === city),
    ...offices.filter(({ municipality }) => municipality !== city),
  ];
  for (const office of inOrder) {
    const kind = office.kind ? word('OfficeKind', office.kind) : 'その他';
    const name = office.municipality === city ? kind : `ほかの市町村の${kind}`;
    groups.set(name, [...(groups.get(name) ?? []), office]);
  }
  return [...groups].map(([name, of]) => ({
    name,
    options: of.map(({ code, name: officeName, address, status }) => ({
      value: code,
      label: officeName ?? code,
      hint: [
        code === own ? 'あなたの機関' : '',
        status === 'SUSPENDED' ? word('OfficeStatus', status) : '',
        address ?? '',
      ]
        .filter(Boolean)
        .join(' '),
      isDisabled: code === own || status === 'SUSPENDED',
    })),
  }));
}

/** Whether an office is of another city than one's own: it is told by word or on paper. */
export const isElsewhere = (offices: readonly Office[], own: string, code: string): boolean => {
  const city = (of: string) => offices.find((office) => office.code === of)?.municipality;
  return code !== '' && city(code) !== city(own);
};
