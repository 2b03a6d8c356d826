import { useMemo } from 'react';
import type { PickerGroup, PickerOption } from '../form/picker.js';
import { OfficeDirectory, type OfficeDirectoryQuery } from '../generated/operations.js';
import { useAsked, type Asked } from '../hub/asked.js';
import { useSession } from '../session/session.js';
import { word } from '../words/words.js';

export type ListedOffice = OfficeDirectoryQuery['offices'][number];

interface Directory {
  readonly all: readonly ListedOffice[];
  /** Offices of the city of who is signed in. */
  readonly own: readonly ListedOffice[];
  /** The city's code; undefined while it is not known yet. */
  readonly municipality: string | undefined;
  /** By code. */
  readonly names: ReadonlyMap<string, string>;
  /** The code itself, where no name is known. */
  name(code: string | null | undefined): string | undefined;
  /** For what makes no sense without the directory. */
  readonly asked: Asked<OfficeDirectoryQuery>;
}

/** The directory of offices, published facts only. However many parts of a page need it, it is asked for once. */
export function useOffices(): Directory {
  const { viewer } = useSession();
  const asked = useAsked(OfficeDirectory, {}, { once: true });
  const offices = asked.data?.offices;
  const directory = useMemo(() => {
    const all = offices ?? [];
    const names = new Map(all.flatMap(({ code, name }) => (name === null ? [] : [[code, name]])));
    const municipality = all.find(({ code }) => code === viewer.office)?.municipality ?? undefined;
    return {
      all,
      own: all.filter((office) => office.municipality === municipality),
      municipality,
      names,
      name: (code: string | null | undefined) => (code ? (names.get(code) ?? code) : undefined),
    };
  }, [offices, viewer.office]);
  return { ...directory, asked };
}

/** Offices to choose from, kind by kind. */
export function officeGroups(offices: readonly ListedOffice[]): readonly PickerGroup[] {
  const groups = new Map<string, PickerOption[]>();
  for (const { code, name, kind } of offices) {
    const group = kind ? word('OfficeKind', kind) : 'その他';
    groups.set(group, [...(groups.get(group) ?? []), { value: code, label: name ?? code }]);
  }
  return [...groups].map(([name, options]) => ({ name, options }));
}
