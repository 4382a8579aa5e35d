/** A house rule: looks at a tree and says what is wrong with it. */

/** `findings` empty = kept; `not run` = the tool for it is missing on this machine. */
export type Outcome =
  | { readonly kind: 'looked'; readonly at: string; readonly findings: readonly string[] }
  | { readonly kind: 'not run'; readonly reason: string }

export interface Rule {
  readonly name: string
  readonly look: (root: string) => Outcome | Promise<Outcome>
}

/** The rule was applied: `at` says to what, each finding is one line. */
export const looked = (at: string, findings: readonly string[]): Outcome => ({
  kind: 'looked',
  at,
  findings,
})

/** The non-empty lines of what a tool printed. */
export const linesOf = (text: string): string[] =>
  text.split('\n').filter((line) => line.trim() !== '')
