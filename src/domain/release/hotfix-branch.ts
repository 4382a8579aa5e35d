import { spoken } from './spoken.ts'

/**
 * The branch on which a version is repaired, which two products of one repository never share.
 * @param tag That of the version, where it has one.
 */
export function hotfixBranchOf(version: string, tag: string | undefined): string {
  // Git takes no colon, and a digest has one.
  return `hotfix/rollback-to-${tag ?? spoken(version).replace(':', '-')}`
}
