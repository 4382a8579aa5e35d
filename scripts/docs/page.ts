/** A generated file: `text` is all of it, as it should be. */
export interface Page {
  readonly path: string
  readonly text: string
}

/** What came of generating one file: the page, or why there is none, in one line. */
export type Generated = Page | { readonly path: string; readonly problem: string }
