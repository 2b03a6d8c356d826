import type { Option } from '../form/inputs.js';
import { useOffices as useDirectory } from '../office/offices.js';

/** The directory of offices: what a code is called, and a choice of them with those of the own city first. */
export function useOffices(): {
  readonly nameOf: (code: string | null) => string;
  readonly options: readonly Option[];
} {
  const { all, own, name } = useDirectory();
  return {
    nameOf: (code) => name(code) ?? '',
    options: [
      ...own.map((office) => ({ value: office.code, label: office.name ?? office.code })),
      ...all
        .filter((office) => !own.includes(office))
        .map((office) => ({ value: office.code, label: `(他の市町村)${office.name ?? office.code}` })),
    ],
  };
}
