/** A workflow command as a process printed it. */
export interface LogCommand {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

/** Reads `::name key=value,…::message` anew: act misreads `::` in the message and `=` in a property. */
export function readCommand(raw: string): LogCommand | undefined {
  const found = /^\s*::([a-z-]+)(?: ([^\n]*?))?::([\s\S]*?)\r?\n?$/.exec(raw)
  if (!found) return undefined
  const [, name = '', properties = '', message = ''] = found
  return { name, properties: readProperties(properties), message: decode(message, false) }
}

function readProperties(text: string): Record<string, string> {
  const pairs = text.split(',').map((pair) => {
    const at = pair.indexOf('=')
    return [pair.slice(0, at).trim(), decode(pair.slice(at + 1), true)] as const
  })
  return Object.fromEntries(pairs.filter(([key]) => key !== ''))
}

const escapes: Readonly<Record<string, string>> = { '%0D': '\r', '%0A': '\n', '%25': '%' }
const propertyEscapes: Readonly<Record<string, string>> = { ...escapes, '%3A': ':', '%2C': ',' }

function decode(text: string, property: boolean): string {
  const table = property ? propertyEscapes : escapes
  return text.replaceAll(/%[0-9A-F]{2}/g, (code) => table[code] ?? code)
}
