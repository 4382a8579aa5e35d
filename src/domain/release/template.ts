/**
 * Replace `{name}` by its value, for the names given; other braces stay. One pass: a value that holds braces is not
 * read again.
 */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{([a-z0-9:-]+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
  )
}
