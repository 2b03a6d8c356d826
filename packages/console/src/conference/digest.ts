/** SHA-256 of what is shown, in hexadecimal: afterwards it proves which paper it was, and tells nothing of it. */
export async function digestOf(shown: Uint8Array<ArrayBuffer> | string): Promise<string> {
  const bytes = typeof shown === 'string' ? new TextEncoder().encode(shown) : shown;
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
