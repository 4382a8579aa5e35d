/** One file of a project on a package index. */
export interface IndexFile {
  readonly name: string
  /** Absolute. */
  readonly url: string
  /** Hex; undefined where the index gives none. */
  readonly sha256: string | undefined
  readonly yanked: boolean
}

/** The page of one project on a package index. */
export interface Listing {
  readonly files: readonly IndexFile[]
  /** The index has locked the project away: no file may be installed. */
  readonly quarantined: boolean
}
