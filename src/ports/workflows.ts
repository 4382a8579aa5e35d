/** Workflows of the repository. */
export interface Workflows {
  /**
   * Start a workflow by its file name, from the default branch.
   * @returns Page of the new run; undefined where GitHub does not say.
   * @throws Failure `forbidden` without `actions: write`, `absent` where there is no such file.
   */
  dispatch(file: string, inputs: Readonly<Record<string, string>>): Promise<string | undefined>
}
