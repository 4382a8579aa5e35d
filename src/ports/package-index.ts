import type { IndexFile, Listing } from '../domain/packages/listing.ts'

/** A package index as pip sees it (PEP 503 and 691). */
export interface PackageIndex {
  /** Host and port, for people: the rest of an index URL may be secret. */
  readonly host: string
  /**
   * A fresh look at the page of a project; undefined when the index has no such project.
   * @throws Failure `unauthorised`, `server-error`, `bad-answer`, `timeout`, `connection`, `forbidden-origin`.
   */
  read(project: string): Promise<Listing | undefined>
  /** Downloads the file and hashes what arrived, hex. @throws Failure as `read`. */
  sha256(file: IndexFile): Promise<string>
}
