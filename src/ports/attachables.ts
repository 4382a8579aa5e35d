import type { Measured } from '../domain/release/measured.ts'

/** A file of the job that may become evidence. */
export interface Attachable extends Measured {
  /** Undefined where they are more than was asked for. */
  readonly bytes: Uint8Array | undefined
}

export interface Attachables {
  /**
   * A regular file inside the workspace, measured whole, with its bytes where they are few.
   * @throws Failure `absent` or `outside`.
   */
  read(path: string, mostBytes: number): Promise<Attachable>
  /** What of these bytes must not become public, in words; undefined where nothing is found. */
  unpublishable(bytes: Uint8Array): string | undefined
}
