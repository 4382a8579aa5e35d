/** Replaces every secret in texts before they are shown or stored. */
export class Mask {
  #values: readonly string[] = []
  #pattern: RegExp | undefined

  constructor(secrets: Iterable<string>) {
    for (const secret of secrets) this.add(secret)
  }

  /** From now on hides this text too: as it is, line by line, and as JSON, URI and base64 write it. */
  add(secret: string): void {
    const lines = secret.split(/\r?\n/).map((line) => line.trim())
    const forms = [secret, ...lines].filter((text) => text.trim() !== '').flatMap(variants)
    const all = new Set([...this.#values, ...forms])
    this.#values = [...all].sort((one, other) => other.length - one.length)
    const escaped = this.#values.map((value) => value.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    this.#pattern = escaped.length > 0 ? new RegExp(escaped.join('|'), 'g') : undefined
  }

  /** The text with `***` for each secret. */
  text(text: string): string {
    return this.#pattern ? text.replaceAll(this.#pattern, '***') : text
  }

  /** The value with every string in it masked, keys included. */
  value(value: unknown): unknown {
    if (typeof value === 'string') return this.text(value)
    if (Array.isArray(value)) return value.map((item) => this.value(item))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [this.text(key), this.value(item)]),
    )
  }
}

function variants(text: string): string[] {
  const json = JSON.stringify(text).slice(1, -1)
  return [text, json, encodeURIComponent(text), ...base64(Buffer.from(text))]
}

/** Base64 of the text wherever it starts and goes on inside of a longer one: only whole groups of three bytes are fixed. */
function base64(bytes: Buffer): string[] {
  const groups = [0, 1, 2].map((shift) => {
    const length = Math.floor((bytes.length - shift) / 3) * 3
    return bytes.subarray(shift, shift + length).toString('base64')
  })
  return [bytes.toString('base64'), ...groups.filter((group) => group.length >= 8)]
}
