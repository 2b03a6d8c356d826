import { createContext, use, useMemo, type ReactNode } from 'react';
import { TextInput, type InputProps } from '../form/inputs.js';
import { StaffDirectory, type StaffDirectoryQuery } from '../generated/operations.js';
import { useAsked } from '../hub/asked.js';
import { namesOf, offered } from './names-of-staff.js';

interface Staff {
  /** Those of the own city who have opened the console. */
  readonly all: StaffDirectoryQuery['staffDirectory'];
  /** The name by the id; the id itself where no name is known. */
  nameOf(id: string | null | undefined): string | undefined;
}

const Known = createContext<Staff>({ all: [], nameOf: (id) => id ?? undefined });

/** 職員名簿. */
export const useStaff = (): Staff => use(Known);

/**
 * Asks for the directory once, for all that is within, however many names it shows. Whoever asks is in it from then on,
 * so that colleagues know everybody by name who opens the console.
 */
export function KnowsStaff({ children }: { readonly children: ReactNode }): ReactNode {
  const members = useAsked(StaffDirectory, {}, { once: true }).data?.staffDirectory;
  const staff = useMemo((): Staff => {
    const all = members ?? [];
    const names = namesOf(all);
    return { all, nameOf: (id) => (id ? (names.get(id) ?? id) : undefined) };
  }, [members]);
  return <Known value={staff}>{children}</Known>;
}

/**
 * Who did something, by their name.
 * @param withId beside it, where two of one name must not be taken for each other
 */
export function StaffName({
  id,
  withId = false,
}: {
  readonly id: string | null | undefined;
  readonly withId?: boolean;
}): ReactNode {
  const { nameOf } = useStaff();
  if (!id) return null;
  const name = nameOf(id);
  return (
    <>
      <bdi>{name}</bdi>
      {withId && !name?.endsWith(id) && ` ${id}`}
    </>
  );
}

/** A staff id: typed, or taken from the names that the directory offers. Whoever never signed in is not among them. */
export function StaffInput(input: InputProps & { readonly max?: number }): ReactNode {
  const { all } = useStaff();
  return (
    <TextInput
      {...input}
      suggest={(typed) => offered(all, typed).map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
