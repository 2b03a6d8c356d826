/** An operation as the client sent it: nothing of it is checked yet. */
export interface RawOperation {
  readonly query: string | undefined;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly extensions: Readonly<Record<string, unknown>>;
  /** Names a document that the server has, in place of its text. */
  readonly documentId: string | undefined;
}

/**
 * Sees the operation once it is known who asks, before anything of it is parsed. What it gives back is executed in
 * place of the text; a `HubError` that it throws is the answer.
 */
export type Admit<C> = (
  operation: RawOperation,
  context: C,
) => string | undefined | Promise<string | undefined>;

interface Carrier {
  readonly method: string;
  readonly search: string;
  readonly body: unknown;
}

/** Asks `admit`; gives the parts of the request that change. What is no operation at all is left for Apollo to refuse. */
export async function admitted<C>(request: Carrier, context: C, admit: Admit<C>): Promise<Partial<Carrier>> {
  if (request.method !== 'POST') {
    const search = new URLSearchParams(request.search);
    const text = await admit(read(Object.fromEntries(search), parsedRecord), context);
    if (text === undefined) return {};
    search.set('query', text);
    for (const name of ['extensions', 'documentId']) search.delete(name);
    return { search: `?${search}` };
  }
  if (!isRecord(request.body)) return {};
  const text = await admit(operationOf(request.body), context);
  if (text === undefined) return {};
  const { extensions: _extensions, documentId: _documentId, ...body } = request.body;
  return { body: { ...body, query: text } };
}

type Fields = Readonly<Record<string, unknown>>;

/** The operation of a POST; a member of another type than it should have counts as absent. */
export const operationOf = (body: Fields): RawOperation => read(body, record);

const read = (fields: Fields, recordOf: (value: unknown) => Fields): RawOperation => ({
  query: textOf(fields['query']),
  operationName: textOf(fields['operationName']),
  variables: recordOf(fields['variables']),
  extensions: recordOf(fields['extensions']),
  documentId: textOf(fields['documentId']),
});

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const record = (value: unknown): Fields => (isRecord(value) ? value : {});

function parsedRecord(value: unknown): Fields {
  try {
    return record(typeof value === 'string' ? JSON.parse(value) : undefined);
  } catch {
    return {};
  }
}
