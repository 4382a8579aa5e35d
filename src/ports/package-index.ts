import type { CoreMetadata } from '../domain/packages/core-metadata.ts'
import type { IndexFile, Listing } from '../domain/packages/listing.ts'
import type { Measured } from '../domain/release/measured.ts'

/** A package index as pip sees it (PEP 503 and 691). */
export interface PackageIndex {
  /** Host and port, for people: the rest of an index URL may be secret. */
  readonly host: string
  /** Takes the index's own secret out of what it said, in whatever spelling. */
  readonly quiet: (text: string) => string
  /**
   * A fresh look at the page of a project; undefined when the index has no such project.
   * @throws Failure `unauthorised`, `server-error`, `bad-answer`, `timeout`, `connection`, `forbidden-origin`.
   */
  read(project: string): Promise<Listing | undefined>
  /**
   * Downloads the file and keeps none of it. @throws Failure as `read`; `other-size` for more bytes than the index names.
   */
  measure(file: IndexFile): Promise<Measured>
  /** Downloads the metadata that the index serves beside a file. @throws Failure as `read`. */
  metadata(file: IndexFile): Promise<CoreMetadata>
}
