/** Files of the job. */
export interface Files {
  /** Write bytes to a new file of this name in the runner's temporary folder. Resolves with its absolute path. */
  writeTemporary(name: string, bytes: Uint8Array): Promise<string>
  /** A new empty folder there, by absolute path. */
  temporaryFolder(): Promise<string>
  /**
   * Text of a regular file inside the workspace.
   * @throws Failure `absent`, `too-large` or `outside` (also for what links out of it, and for what is no file).
   */
  read(path: string, maxBytes: number): Promise<string>
}
