/** Tells the browser what the console's pages may do, so that what slips into one still reaches nothing. */
export function securityHeaders(
  authority: string | undefined,
  framedBy: "'none'" | "'self'",
): Readonly<Record<string, string>> {
  const provider = authority === undefined ? '' : ` ${new URL(authority).origin}`;
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      // Printed forms bring their style sheet with them, and the frame that shows one is held to this policy. Without
      // scripts, and with nothing but this origin to load from, a style can neither act nor tell.
      "style-src 'self' 'unsafe-inline'",
      "font-src 'self'",
      "img-src 'self' data: blob:",
      "manifest-src 'self'",
      `connect-src 'self'${provider}`,
      `frame-src 'self'${provider}`,
      `frame-ancestors ${framedBy}`,
      `form-action 'self'${provider}`,
      "base-uri 'none'",
      "object-src 'none'",
      "require-trusted-types-for 'script'",
      // The one policy by which the console shows a printed form in a frame without scripts.
      'trusted-types kasane-document',
    ].join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'x-content-type-options': 'nosniff',
  };
}
