/** A file, by what it is called and what it holds. */
export interface Subject {
  readonly name: string
  /** 64 hex digits. */
  readonly digest: { readonly sha256: string }
}

/** What is said about files: an in-toto statement (v1) without its own type. */
export interface Statement {
  readonly subject: readonly Subject[]
  readonly predicateType: string
  readonly predicate: Readonly<Record<string, unknown>>
}
