/** Where a consumer describes its process. `.github/release.yml` is GitHub's own file and is never read. */
export const CONFIG_PATH = '.github/release-actions.yml'
