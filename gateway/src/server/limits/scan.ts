import { Lexer, Source, TokenKind } from 'graphql';

const opening: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closing: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/** The words of a document that is known to be one. */
export function countTokens(text: string): number {
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  while (lexer.advance().kind !== TokenKind.EOF) tokens += 1;
  return tokens;
}

/**
 * Whether a document is fit to be parsed: the parser calls itself once per bracket, so that three thousand of them
 * break its stack. This reads word by word, and stops at the first that is too much.
 */
export function scan(
  text: string,
  limits: { readonly tokens: number; readonly nesting: number },
): 'tokens' | 'nesting' | undefined {
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  let nesting = 0;
  try {
    for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
      if (++tokens > limits.tokens) return 'tokens';
      if (opening.has(token.kind) && ++nesting > limits.nesting) return 'nesting';
      if (closing.has(token.kind)) nesting -= 1;
    }
  } catch {
    // No GraphQL at all: the parser tells where.
  }
  return undefined;
}
