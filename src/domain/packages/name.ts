/** The one spelling of a project name (PEP 503): lower case, runs of `-`, `_` and `.` are one hyphen. */
export function normaliseName(name: string): string {
  return name.replaceAll(/[-_.]+/g, '-').toLowerCase()
}
