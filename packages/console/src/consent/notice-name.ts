/** The notice (説明書) that the forms of the hub print, and its version. A city with its own writes it on the form. */
export const currentNotice = { id: 'multi-agency', version: '2026-04' } as const;

/** Id and version of a notice as a record tells them, in one. */
export function noticeNamed(notice: string | null): { readonly id: string; readonly version: string } {
  const [, id = notice ?? '', version = ''] = /^(.*)\s(\S+)$/.exec(notice ?? '') ?? [];
  return { id, version };
}
