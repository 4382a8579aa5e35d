/** A version as people write it: `v1.4.0`; a commit or a digest as it stands. */
export function spoken(version: string): string {
  return /^\d+\./.test(version) ? `v${version}` : version
}
