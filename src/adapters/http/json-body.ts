/** The body of an answer as JSON; undefined where it is none. */
export function jsonBody({ body }: { readonly body: Uint8Array }): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return undefined
  }
}
