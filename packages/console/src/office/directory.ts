import type { OfficeDirectoryQuery } from '../generated/operations.js';
import type { Asked } from '../hub/asked.js';
import { useSession } from '../session/session.js';
import { useOffices, type ListedOffice } from './offices.js';

export interface OfficeDirectory {
  readonly offices: readonly ListedOffice[];
  /** The office of who is signed in, and its municipality. */
  readonly own: ListedOffice | undefined;
  readonly municipality: OfficeDirectoryQuery['municipalities'][number] | undefined;
  /** The name as published, or the code where the directory has none. */
  nameOf(code: string): string;
}

/** The published list of offices: names for the codes that records hold. */
export function useDirectory(): Pick<Asked<OfficeDirectoryQuery>, 'error' | 'again'> & {
  readonly directory: OfficeDirectory | undefined;
} {
  const { viewer } = useSession();
  const { data, error, again } = useOffices().asked;
  return { directory: data && directoryOf(data, viewer.office), error, again };
}

function directoryOf({ offices, municipalities }: OfficeDirectoryQuery, ownOffice: string): OfficeDirectory {
  const names = new Map(offices.map(({ code, name }) => [code, name]));
  const own = offices.find(({ code }) => code === ownOffice);
  return {
    offices,
    own,
    municipality: municipalities.find(({ code }) => code === own?.municipality),
    nameOf: (code) => names.get(code) ?? code,
  };
}
