/** Artifacts of this workflow run. */
export interface Artifacts {
  /** Upload files by name → text under a new name. @throws Failure, `taken` when the name is. */
  upload(name: string, files: Readonly<Record<string, string>>): Promise<void>
  /**
   * Texts of the named files of an artifact of this run, which may hold nothing else.
   * @throws Failure `absent`; `bad-archive` when it holds something else; `digest-mismatch` when the bytes are not those
   * that were uploaded.
   */
  download(name: string, files: readonly string[]): Promise<Readonly<Record<string, string>>>
}
