/** The value of `key:value` or `key:"value"` in a search. */
export function term(query: string, key: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${key}:(?:"([^"]*)"|(\\S+))`).exec(query)
  return match?.[1] ?? match?.[2]
}
