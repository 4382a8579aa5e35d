/** One file of a project on a package index. */
export interface IndexFile {
  readonly name: string
  /** Absolute. */
  readonly url: string
  /** Hex; undefined where the index gives none. */
  readonly sha256: string | undefined
  readonly yanked: boolean
  /** Bytes; undefined where the index gives no size. */
  readonly size: number | undefined
  /** Undefined where the index serves no metadata of the file; its digest is hex. */
  readonly metadata: { readonly sha256: string | undefined } | undefined
}

/** The page of one project on a package index. */
export interface Listing {
  readonly files: readonly IndexFile[]
  /** The index has locked the project away: no file may be installed. */
  readonly quarantined: boolean
  /** What is unusual about the page, for people; nothing of it is text from the index. */
  readonly warnings: readonly string[]
}
