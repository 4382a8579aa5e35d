import { createHash } from 'node:crypto'

/** One line of a folder. */
export interface TreeLine {
  readonly name: string
  /** As git writes it, as a number: 0o100644, 0o40000… */
  readonly mode: number
  /** The name that git gives what the line stands for. */
  readonly oid: string
}

/** Mode of a folder. */
export const FOLDER = 0o40000
/** Mode of a line that stands for another repository. */
export const SUBMODULE = 0o160000

/** The name that git gives a folder: it is made of its lines, so that one too few, too many or another one shows. */
export function treeName(lines: readonly TreeLine[]): string {
  const sorted = lines
    .map(({ name, mode, oid }) => {
      const file = Buffer.from(name)
      // git sorts a folder as if a slash stood behind its name.
      const key = mode === FOLDER ? Buffer.concat([file, Buffer.from('/')]) : file
      const head = Buffer.from(`${mode.toString(8)} `)
      return { key, bytes: Buffer.concat([head, file, Buffer.of(0), Buffer.from(oid, 'hex')]) }
    })
    .sort((a, b) => Buffer.compare(a.key, b.key))
  return objectName('tree', Buffer.concat(sorted.map(({ bytes }) => bytes)))
}

/** The name that git gives a content: it is made of its bytes, so that no other text passes for it. */
export function blobName(text: string): string {
  return objectName('blob', Buffer.from(text))
}

function objectName(type: string, body: Buffer): string {
  return createHash('sha1').update(`${type} ${body.length}\0`).update(body).digest('hex')
}
