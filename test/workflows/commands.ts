/** A `gh workflow run` that a text prints. */
export interface Command {
  readonly file: string
  /** The values of `-f name=value`, without quotation marks. */
  readonly given: Readonly<Record<string, string>>
}

/** Every `gh workflow run` of a text, read as a shell would. */
export function commandsIn(text: string): Command[] {
  const lines = text.replaceAll('\\\n', ' ').split('\n')
  return lines
    .filter((line) => line.startsWith('gh workflow run '))
    .map((line) => {
      const pairs = [...line.matchAll(/ -f ([\w-]+)=(?:"([^"]*)"|(\S+))/g)]
      const given = pairs.map(([, name = '', quoted, plain]) => [name, quoted ?? plain ?? ''])
      return { file: line.split(' ')[3] ?? '', given: Object.fromEntries(given) }
    })
}
