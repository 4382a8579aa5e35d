import * as z from 'zod'

/** What ends an address, or begins something else, where it stands in Markdown. */
const MARKUP = /[()[\]|*~`'\\]/g

/** The address of a page as GitHub names it: http(s), one line, and nothing in it is Markdown. */
export const PageAddress = z
  .url({ protocol: /^https?$/ })
  .transform((text) => new URL(text).href.replaceAll(MARKUP, encoded))

function encoded(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase()}`
}
