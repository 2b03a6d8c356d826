/**
 * Completes an answer that has errors: each gets the correlation id, and the status becomes 200 where there is
 * data. Apollo Server takes its status from any error that names one, so that one refused field would make a
 * whole answer a 403. It also knows neither the request in its formatter nor every error in its plugins; here
 * all of them pass.
 */
export function correlatedBody(
  status: number,
  text: string,
  correlationId: string,
): { status: number; text: string } {
  // Apollo Server writes `errors` first, so that the common answer is not parsed at all.
  if (!text.startsWith('{"errors":')) return { status, text };
  const body = JSON.parse(text) as { errors?: Record<string, unknown>[]; data?: unknown };
  for (const error of body.errors ?? []) {
    error['extensions'] = { ...(error['extensions'] as object | undefined), correlationId };
  }
  return { status: body.data ? 200 : status, text: `${JSON.stringify(body)}\n` };
}
