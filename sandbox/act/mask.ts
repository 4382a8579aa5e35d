/** Replaces every secret in texts before they are shown or stored. */
export class Mask {
  #values: readonly string[] = []

  constructor(secrets: Iterable<string>) {
    for (const secret of secrets) this.add(secret)
  }

  /** From now on hides this text too: as it is, line by line, and as JSON, URI and base64 write it. */
  add(secret: string): void {
    const lines = secret.split(/\r?\n/).map((line) => line.trim())
    const forms = [secret, ...lines].filter((text) => text.trim() !== '').flatMap(variants)
    const all = new Set([...this.#values, ...forms])
    this.#values = [...all].sort((one, other) => other.length - one.length)
  }

  /** The text with `***` for each secret. */
  text(text: string): string {
    return this.#values.reduce((masked, value) => masked.replaceAll(value, '***'), text)
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
  return [text, json, encodeURIComponent(text), Buffer.from(text).toString('base64')]
}
